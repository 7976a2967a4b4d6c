import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { combineChecksums } from './combineChecksums.ts';
import { CosServiceError } from './CosServiceError.ts';
import type { ObjectStore, StoredObject } from './objectStore.ts';
import { createBodyWriter } from './store/createBodyWriter.ts';
import { compareUtf8 } from './store/compareUtf8.ts';
import { versionIdOf } from './store/KeyHistory.ts';
import { createStoreState, currentOf, type BucketState, type UploadEntry } from './store/createStoreState.ts';
import { lockFolder } from './store/lockFolder.ts';
import { openBlobShelf } from './store/openBlobShelf.ts';
import { openJournal } from './store/openJournal.ts';
import { readSegments, sliceSegments } from './store/readSegments.ts';
import type { StoreRecord } from './store/StoreRecord.ts';

/**
 * An object store in a folder (see [Note: The journal is the truth]). A multipart object stays the list of its part
 * files, so completing gigabytes copies nothing.
 *
 * A change becomes visible in the same turn in which its `check` ran: whoever checks for an existing object there
 * cannot be overtaken.
 *
 * @param folder created when missing; one emulator at a time
 * @param now emulator time, milliseconds since 1970
 */
export async function createDiskObjectStore(
  folder: string,
  { now }: { readonly now: () => number },
): Promise<ObjectStore> {
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  const state = createStoreState();
  const shelf = await openBlobShelf(join(folder, 'blobs'));
  const journal = await openJournal(folder, state.apply, state.records);
  await shelf.sweep(new Set(filesOf(state.records())));
  const bodies = createBodyWriter(shelf);

  /** Visible at once, settled when it outlives a kill. */
  async function commit(record: StoreRecord): Promise<void> {
    const freed = state.apply(record);
    await journal.append(record);
    await shelf.discard(freed.map((segment) => segment.file));
  }

  function uploadEntry(bucket: string, uploadId: string): UploadEntry {
    const entry = state.bucket(bucket).uploads.get(uploadId);
    if (entry === undefined) throw new CosServiceError(404, 'NoSuchUpload', 'The specified upload does not exist.');
    return entry;
  }

  return {
    head: (bucket, key) => currentOf(state.bucket(bucket), key)?.object,

    read: (bucket, key, range, versionId) => {
      const here = state.bucket(bucket);
      const entry =
        versionId === undefined
          ? currentOf(here, key)
          : here.histories.get(key)?.find(({ object }) => versionIdOf(object) === versionId);
      if (entry === undefined) throw new CosServiceError(404, 'NoSuchKey', 'The specified key does not exist.');
      const { start, end } = range ?? { start: 0, end: entry.object.sizeBytes - 1 };
      const release = shelf.hold(entry.segments);
      const slices = sliceSegments(entry.segments, start, end);
      return Readable.from(readSegments(slices, shelf.path), { objectMode: false }).once('close', release);
    },

    write: (bucket, key, body, object, check) =>
      bodies.write(bucket, key, body, (written, segments) => {
        check?.(written);
        const stored: StoredObject = {
          key,
          sizeBytes: written.sizeBytes,
          etag: written.md5,
          crc64: written.crc64,
          lastModified: now(),
          ...object,
        };
        return commit({ type: 'put', bucket, object: stored, segments }).then(() => stored);
      }),

    delete: async (bucket, key) => {
      const existed = currentOf(state.bucket(bucket), key) !== undefined;
      if (existed) await commit({ type: 'delete', bucket, key });
      return existed;
    },

    versions: (bucket, key) =>
      (state.bucket(bucket).histories.get(key) ?? []).map(({ object, isMarker }, index) =>
        Object.assign({}, object, { isLatest: index === 0, isDeleteMarker: isMarker }),
      ),

    versionedKeys: (bucket, prefix) =>
      [...state.bucket(bucket).histories.keys()].filter((key) => key.startsWith(prefix)).toSorted(compareUtf8),

    mark: (bucket, key, versionId) => commit({ type: 'mark', bucket, key, versionId, at: now() }),

    deleteVersion: async (bucket, key, versionId) => {
      const history = state.bucket(bucket).histories.get(key) ?? [];
      const existed = history.some(({ object }) => versionIdOf(object) === versionId);
      if (existed) await commit({ type: 'deleteVersion', bucket, key, versionId });
      return existed;
    },

    alter: (bucket, object, change) => commit({ type: 'alter', bucket, object: { ...object, ...change } }),

    list: (bucket, prefix, after) => objectsOf(state.bucket(bucket), (keys) => keys.after(prefix, after)),

    listPast: (bucket, prefix, passedPrefix) =>
      objectsOf(state.bucket(bucket), (keys) => keys.past(prefix, passedPrefix)),

    createUpload: async (bucket, key, object) => {
      // Seconds and 64 hex digits, the look of the documents' example; nothing may be read into it.
      const uploadId = `${Math.floor(now() / 1000)}${randomBytes(32).toString('hex')}`;
      const upload = { key, uploadId, initiated: now(), ...object };
      await commit({ type: 'upload', bucket, upload });
      return upload;
    },

    upload: (bucket, key, uploadId) => {
      const upload = state.bucket(bucket).uploads.get(uploadId)?.upload;
      return upload?.key === key ? upload : undefined;
    },

    uploads: (bucket) => Array.from(state.bucket(bucket).uploads.values(), (entry) => entry.upload),

    writePart: async (bucket, uploadId, partNumber, body, check) =>
      bodies.write(bucket, uploadEntry(bucket, uploadId).upload.key, body, (written, segments) => {
        check?.(written);
        // Completed or aborted while the body was still arriving.
        uploadEntry(bucket, uploadId);
        const { sizeBytes, md5, crc64 } = written;
        const part = { partNumber, sizeBytes, etag: md5, crc64, lastModified: now() };
        return commit({ type: 'part', bucket, uploadId, part, segments }).then(() => part);
      }),

    parts: (bucket, uploadId) =>
      Array.from(state.bucket(bucket).uploads.get(uploadId)?.parts.values() ?? [], (entry) => entry.part).toSorted(
        (a, b) => a.partNumber - b.partNumber,
      ),

    complete: async (bucket, uploadId, partNumbers, written) => {
      const { upload, parts } = uploadEntry(bucket, uploadId);
      const chosen = partNumbers.map((partNumber) => {
        const entry = parts.get(partNumber);
        if (entry === undefined)
          throw new CosServiceError(400, 'InvalidPart', `Part ${partNumber} could not be found.`);
        return entry;
      });
      const { uploadId: _, initiated: __, ...chosenThen } = upload;
      const object: StoredObject = {
        ...chosenThen,
        sizeBytes: chosen.reduce((sum, { part }) => sum + part.sizeBytes, 0),
        crc64: combineChecksums(chosen.map(({ part }) => part)),
        lastModified: now(),
        ...written,
      };
      const segments = chosen.flatMap((entry) => entry.segments);
      await commit({ type: 'put', bucket, object, segments, completes: uploadId });
      return object;
    },

    abort: async (bucket, uploadId) => {
      uploadEntry(bucket, uploadId);
      await commit({ type: 'abort', bucket, uploadId });
    },

    close: async () => {
      await bodies.close();
      await journal.close();
      await unlock();
    },
  };
}

function* objectsOf(
  state: BucketState,
  choose: (keys: BucketState['keys']) => Iterable<string>,
): Iterable<StoredObject> {
  for (const key of choose(state.keys)) {
    const entry = currentOf(state, key);
    if (entry !== undefined) yield entry.object;
  }
}

function* filesOf(records: Iterable<StoreRecord>): Iterable<string> {
  for (const record of records) {
    if ('segments' in record) for (const { file } of record.segments) yield file;
  }
}
