import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Crc64, createCrc64 } from '../crc64.ts';

export interface WrittenBody {
  readonly sizeBytes: number;
  /** Lower-case hex. */
  readonly md5: string;
  /** Unsigned decimal. */
  readonly crc64: string;
}

/** Bytes handed to one write call; two such batches are in memory per body. */
const BATCH_BYTES = 1 << 20;

/**
 * A body of up to this size is written at once: that takes 50 µs of this thread, and open, write and close by way of
 * Node's thread pool take 500 µs of both, which is what an upload of thousands of small files would measure.
 */
const SMALL_BYTES = 64 << 10;

/**
 * Streams a body into a new file, computing both checksums on the way; an empty body makes no file. While one batch
 * is being written, the next is read and hashed. Rejects when the body breaks off, and leaves the file to the caller.
 */
export async function writeBody(path: string, body: Readable): Promise<WrittenBody> {
  const md5 = createHash('md5');
  let crc64: Crc64 | undefined;
  let sizeBytes = 0;
  let batch: Uint8Array[] = [];
  let batchBytes = 0;
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function writeBatch(): Promise<void> {
    const full = batch;
    const fullBytes = batchBytes;
    batch = [];
    batchBytes = 0;
    await writing;
    handle ??= await open(path, 'wx');
    writing = handle.writev(full).then(({ bytesWritten }) => {
      if (bytesWritten !== fullBytes) throw new Error(`Only ${bytesWritten} of ${fullBytes} bytes could be written.`);
    });
    // Its failure is met at the next await; until then it must not count as unhandled.
    writing.catch(() => {});
  }

  try {
    // Leaving the loop early must not destroy a request: its connection still has to carry the refusal.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      md5.update(chunk);
      crc64 ??= await createCrc64();
      crc64.update(chunk);
      sizeBytes += chunk.length;
      batch.push(chunk);
      batchBytes += chunk.length;
      if (batchBytes >= BATCH_BYTES) await writeBatch();
    }
    if (handle === undefined && batchBytes > 0 && batchBytes <= SMALL_BYTES) {
      writeFileSync(path, Buffer.concat(batch), { flag: 'wx' });
    } else if (batchBytes > 0) await writeBatch();
    await writing;
  } finally {
    await writing.catch(() => {});
    await handle?.close();
  }
  return { sizeBytes, md5: md5.digest('hex'), crc64: crc64?.digest() ?? '0' };
}
