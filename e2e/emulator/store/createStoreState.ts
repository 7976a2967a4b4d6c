import type { StoredPart, StoredUpload } from '../objectStore.ts';
import { createKeyIndex, type KeyIndex } from './createKeyIndex.ts';
import {
  addVersion,
  removeVersion,
  versionIdOf,
  type HistoryChange,
  type HistoryEntry,
  type KeyHistory,
} from './KeyHistory.ts';
import type { Segment, StoreRecord } from './StoreRecord.ts';

export interface UploadEntry {
  readonly upload: StoredUpload;
  readonly parts: Map<number, { readonly part: StoredPart; readonly segments: readonly Segment[] }>;
}

export interface BucketState {
  /** Every key that has any state, deleted ones of a bucket that keeps versions included. */
  readonly histories: Map<string, KeyHistory>;
  /** Keys that are objects now. */
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

/** The object a key is now; undefined when it is none. */
export function currentOf(state: BucketState, key: string): HistoryEntry | undefined {
  const latest = state.histories.get(key)?.[0];
  return latest?.isMarker === true ? undefined : latest;
}

export function createStoreState(): StoreState {
  const buckets = new Map<string, BucketState>();

  function bucket(name: string): BucketState {
    let state = buckets.get(name);
    if (state === undefined) {
      state = { histories: new Map(), keys: createKeyIndex(), uploads: new Map() };
      buckets.set(name, state);
    }
    return state;
  }

  return {
    bucket,
    apply: (record) => {
      const state = bucket(record.bucket);
      switch (record.type) {
        case 'put': {
          const { object, segments } = record;
          const freed = change(state, object.key, (history) =>
            addVersion(history, { object, segments, isMarker: false }),
          );
          const dropped = record.completes === undefined ? [] : endUpload(state, record.completes, segments);
          return [...freed, ...dropped];
        }
        case 'delete':
          return change(state, record.key, (history) => ({
            history: [],
            freed: history.flatMap((entry) => entry.segments),
          }));
        case 'mark':
          return change(state, record.key, (history) => addVersion(history, marker(record)));
        case 'deleteVersion':
          return change(state, record.key, (history) => removeVersion(history, record.versionId));
        case 'alter':
          return change(state, record.object.key, (history) => ({
            history: history.map((entry) =>
              versionIdOf(entry.object) === versionIdOf(record.object) ? { ...entry, object: record.object } : entry,
            ),
            freed: [],
          }));
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
        for (const history of state.histories.values()) {
          for (const entry of history.toReversed()) yield recordOf(name, entry);
        }
        for (const [uploadId, { upload, parts }] of state.uploads) {
          yield { type: 'upload', bucket: name, upload };
          for (const entry of parts.values()) yield { type: 'part', bucket: name, uploadId, ...entry };
        }
      }
    },
  };
}

/** Changes the history of a key and keeps the index of what is an object true to it. */
function change(state: BucketState, key: string, step: (history: KeyHistory) => HistoryChange): readonly Segment[] {
  const was = currentOf(state, key) !== undefined;
  const { history, freed } = step(state.histories.get(key) ?? []);
  if (history.length === 0) state.histories.delete(key);
  else state.histories.set(key, history);
  const is = currentOf(state, key) !== undefined;
  if (is && !was) state.keys.add(key);
  if (was && !is) state.keys.delete(key);
  return freed;
}

/** Ends an upload; segments the finished object took over stay. */
function endUpload(state: BucketState, uploadId: string, kept: readonly Segment[]): Segment[] {
  const keptFiles = new Set(kept.map((segment) => segment.file));
  const parts = [...(state.uploads.get(uploadId)?.parts.values() ?? [])];
  state.uploads.delete(uploadId);
  return parts.flatMap(({ segments }) => segments).filter((segment) => !keptFiles.has(segment.file));
}

function marker({ key, versionId, at }: Extract<StoreRecord, { type: 'mark' }>): HistoryEntry {
  const nothing = { sizeBytes: 0, etag: '', crc64: '0', headers: {}, storageClass: 'STANDARD', acl: 'default' };
  return { object: { key, versionId, lastModified: at, ...nothing }, segments: [], isMarker: true };
}

function recordOf(bucket: string, { object, segments, isMarker }: HistoryEntry): StoreRecord {
  if (!isMarker) return { type: 'put', bucket, object, segments };
  return { type: 'mark', bucket, key: object.key, versionId: versionIdOf(object), at: object.lastModified };
}
