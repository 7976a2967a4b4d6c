import type { StoredObject, StoredPart, StoredUpload } from '../objectStore.ts';
import { createKeyIndex, type KeyIndex } from './createKeyIndex.ts';
import type { Segment, StoreRecord } from './StoreRecord.ts';

export interface ObjectEntry {
  readonly object: StoredObject;
  readonly segments: readonly Segment[];
}

export interface UploadEntry {
  readonly upload: StoredUpload;
  readonly parts: Map<number, { readonly part: StoredPart; readonly segments: readonly Segment[] }>;
}

export interface BucketState {
  readonly objects: Map<string, ObjectEntry>;
  readonly keys: KeyIndex;
  readonly uploads: Map<string, UploadEntry>;
}

/** What the store knows, in memory. It changes in `apply` and nowhere else, live and when the journal is replayed. */
export interface StoreState {
  bucket(name: string): BucketState;
  /** @returns segments that nothing refers to any more */
  readonly apply: (record: StoreRecord) => readonly Segment[];
  /** The shortest journal that leads to this state. */
  readonly records: () => Iterable<StoreRecord>;
}

export function createStoreState(): StoreState {
  const buckets = new Map<string, BucketState>();

  function bucket(name: string): BucketState {
    let state = buckets.get(name);
    if (state === undefined) {
      state = { objects: new Map(), keys: createKeyIndex(), uploads: new Map() };
      buckets.set(name, state);
    }
    return state;
  }

  /** Ends an upload; segments the finished object took over stay. */
  function endUpload(state: BucketState, uploadId: string, kept: readonly Segment[]): Segment[] {
    const keptFiles = new Set(kept.map((segment) => segment.file));
    const parts = [...(state.uploads.get(uploadId)?.parts.values() ?? [])];
    state.uploads.delete(uploadId);
    return parts.flatMap(({ segments }) => segments).filter((segment) => !keptFiles.has(segment.file));
  }

  return {
    bucket,
    apply: (record) => {
      const state = bucket(record.bucket);
      switch (record.type) {
        case 'put': {
          const { key } = record.object;
          const replaced = state.objects.get(key);
          if (replaced === undefined) state.keys.add(key);
          state.objects.set(key, { object: record.object, segments: record.segments });
          const dropped = record.completes === undefined ? [] : endUpload(state, record.completes, record.segments);
          return [...(replaced?.segments ?? []), ...dropped];
        }
        case 'delete': {
          const deleted = state.objects.get(record.key);
          if (state.objects.delete(record.key)) state.keys.delete(record.key);
          return deleted?.segments ?? [];
        }
        case 'upload':
          state.uploads.set(record.upload.uploadId, { upload: record.upload, parts: new Map() });
          return [];
        case 'part': {
          const parts = state.uploads.get(record.uploadId)?.parts;
          if (parts === undefined) return record.segments;
          const replaced = parts.get(record.part.partNumber);
          parts.set(record.part.partNumber, { part: record.part, segments: record.segments });
          return replaced?.segments ?? [];
        }
        case 'abort':
        default:
          return endUpload(state, record.uploadId, []);
      }
    },
    *records() {
      for (const [name, state] of buckets) {
        for (const entry of state.objects.values()) yield { type: 'put', bucket: name, ...entry };
        for (const [uploadId, { upload, parts }] of state.uploads) {
          yield { type: 'upload', bucket: name, upload };
          for (const entry of parts.values()) yield { type: 'part', bucket: name, uploadId, ...entry };
        }
      }
    },
  };
}
