import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { combineChecksums } from './combineChecksums.ts';
import { CosServiceError } from './CosServiceError.ts';
import type { ObjectStore, StoredObject } from './objectStore.ts';
import { createStoreState, type BucketState, type UploadEntry } from './store/createStoreState.ts';
import { lockFolder } from './store/lockFolder.ts';
import { openBlobShelf } from './store/openBlobShelf.ts';
import { openJournal } from './store/openJournal.ts';
import { readSegments, sliceSegments } from './store/readSegments.ts';
import type { Segment, StoreRecord } from './store/StoreRecord.ts';
import { writeBody, type WrittenBody } from './store/writeBody.ts';

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
  const writing = new Map<Promise<unknown>, Readable>();

  /** Visible at once, settled when it outlives a kill. */
  async function commit(record: StoreRecord): Promise<void> {
    const freed = state.apply(record);
    await journal.append(record);
    await shelf.discard(freed.map((segment) => segment.file));
  }

  /** Remembers the write until it ends: closing breaks it off and waits for that. */
  function tracked<T>(body: Readable, write: Promise<T>): Promise<T> {
    writing.set(write, body);
    // Whoever reads the body meets its error; without a reader it must not bring the process down.
    body.on('error', () => {});
    const forget = (): void => void writing.delete(write);
    write.then(forget, forget);
    return write;
  }

  /** Writes a body to a new file; on any failure, also of `check`, the file is gone again. */
  async function shelve<T>(
    bucket: string,
    key: string,
    body: Readable,
    accept: (written: WrittenBody, segments: readonly Segment[]) => Promise<T>,
  ): Promise<T> {
    const file = await shelf.newFile(bucket, key);
    let isAccepted = false;
    try {
      const written = await writeBody(shelf.path(file), body);
      const segments = written.sizeBytes === 0 ? [] : [{ file, sizeBytes: written.sizeBytes }];
      const accepted = accept(written, segments);
      isAccepted = true;
      return await accepted;
    } finally {
      if (!isAccepted) await shelf.discard([file]);
    }
  }

  function uploadEntry(bucket: string, uploadId: string): UploadEntry {
    const entry = state.bucket(bucket).uploads.get(uploadId);
    if (entry === undefined) throw new CosServiceError(404, 'NoSuchUpload', 'The specified upload does not exist.');
    return entry;
  }

  return {
    head: (bucket, key) => state.bucket(bucket).objects.get(key)?.object,

    read: (bucket, key, range) => {
      const entry = state.bucket(bucket).objects.get(key);
      if (entry === undefined) throw new CosServiceError(404, 'NoSuchKey', 'The specified key does not exist.');
      const { start, end } = range ?? { start: 0, end: entry.object.sizeBytes - 1 };
      const release = shelf.hold(entry.segments);
      const slices = sliceSegments(entry.segments, start, end);
      return Readable.from(readSegments(slices, shelf.path), { objectMode: false }).once('close', release);
    },

    write: (bucket, key, body, object, check) =>
      tracked(
        body,
        shelve(bucket, key, body, (written, segments) => {
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
      ),

    delete: async (bucket, key) => {
      const existed = state.bucket(bucket).objects.has(key);
      if (existed) await commit({ type: 'delete', bucket, key });
      return existed;
    },

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
      tracked(
        body,
        shelve(bucket, uploadEntry(bucket, uploadId).upload.key, body, (written, segments) => {
          check?.(written);
          // Completed or aborted while the body was still arriving.
          uploadEntry(bucket, uploadId);
          const { sizeBytes, md5, crc64 } = written;
          const part = { partNumber, sizeBytes, etag: md5, crc64, lastModified: now() };
          return commit({ type: 'part', bucket, uploadId, part, segments }).then(() => part);
        }),
      ),

    parts: (bucket, uploadId) =>
      Array.from(state.bucket(bucket).uploads.get(uploadId)?.parts.values() ?? [], (entry) => entry.part).toSorted(
        (a, b) => a.partNumber - b.partNumber,
      ),

    complete: async (bucket, uploadId, partNumbers, etag) => {
      const { upload, parts } = uploadEntry(bucket, uploadId);
      const chosen = partNumbers.map((partNumber) => {
        const entry = parts.get(partNumber);
        if (entry === undefined)
          throw new CosServiceError(400, 'InvalidPart', `Part ${partNumber} could not be found.`);
        return entry;
      });
      const { key, headers, storageClass, acl } = upload;
      const object: StoredObject = {
        key,
        sizeBytes: chosen.reduce((sum, { part }) => sum + part.sizeBytes, 0),
        etag,
        crc64: combineChecksums(chosen.map(({ part }) => part)),
        lastModified: now(),
        headers,
        storageClass,
        acl,
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
      for (const body of writing.values()) body.destroy(new Error('The store is closing.'));
      await Promise.allSettled(writing.keys());
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
    const entry = state.objects.get(key);
    if (entry !== undefined) yield entry.object;
  }
}

function* filesOf(records: Iterable<StoreRecord>): Iterable<string> {
  for (const record of records) {
    if ('segments' in record) for (const { file } of record.segments) yield file;
  }
}
