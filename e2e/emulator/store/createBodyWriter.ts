import type { Readable } from 'node:stream';
import type { BlobShelf } from './openBlobShelf.ts';
import type { Segment } from './StoreRecord.ts';
import { writeBody, type WrittenBody } from './writeBody.ts';

/** Puts bodies on the shelf and knows which are still coming. */
export interface BodyWriter {
  /**
   * Writes a body to a new file, then lets `accept` make it known; on any failure, also of `accept` before it waits, the
   * file is gone again.
   */
  write<T>(
    bucket: string,
    key: string,
    body: Readable,
    accept: (written: WrittenBody, segments: readonly Segment[]) => Promise<T>,
  ): Promise<T>;
  /** Breaks off what is still coming and waits for that. */
  close(): Promise<void>;
}

export function createBodyWriter(shelf: BlobShelf): BodyWriter {
  const writing = new Map<Promise<unknown>, Readable>();

  async function shelve<T>(...[bucket, key, body, accept]: Parameters<typeof write<T>>): Promise<T> {
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

  function write<T>(
    bucket: string,
    key: string,
    body: Readable,
    accept: (written: WrittenBody, segments: readonly Segment[]) => Promise<T>,
  ): Promise<T> {
    const write = shelve(bucket, key, body, accept);
    writing.set(write, body);
    // Whoever reads the body meets its error; without a reader it must not bring the process down.
    body.on('error', () => {});
    const forget = (): void => void writing.delete(write);
    write.then(forget, forget);
    return write;
  }

  return {
    write,
    close: async () => {
      for (const body of writing.values()) body.destroy(new Error('The store is closing.'));
      await Promise.allSettled(writing.keys());
    },
  };
}
