import type { GetObjectOutput } from '#cos/CosCalls.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { BlockBuffers } from './createBlockBuffers.ts';
import type { DownloadBlock } from './DownloadJob.ts';

/**
 * Reads an answer into blocks, which are in order. Bytes before a block's next missing one are dropped, so a server
 * that ignores `Range` and starts at 0 costs time and never a doubled byte. Stops reading when the last block is full.
 *
 * A body that ends early is `ConnectionLost`: some servers close instead of resetting, and browsers call that a
 * success. What was read until then stays in the blocks.
 */
export async function readBlocks(
  answer: GetObjectOutput,
  blocks: readonly DownloadBlock[],
  options: {
    readonly signal: AbortSignal;
    readonly onBytes: () => void;
    readonly onFull?: (block: DownloadBlock) => Promise<void>;
    /** Where blocks get their memory from. Default: new memory for each. */
    readonly buffers?: Pick<BlockBuffers, 'take'>;
  },
): Promise<void> {
  const take = options.buffers?.take ?? ((bytes: number) => new Uint8Array(bytes));
  const reader = openReader(answer.body);
  const onAbort = (): void => void reader.cancel(options.signal.reason).catch(() => undefined);
  options.signal.addEventListener('abort', onAbort, { once: true });
  let position = answer.startByte;
  let chunk: Uint8Array = new Uint8Array();
  let keeping: Promise<void> | undefined;
  try {
    for (const block of blocks) {
      while (block.start + block.filled < block.end) {
        if (chunk.length === 0) {
          const { value, done } = await reader.read();
          options.signal.throwIfAborted();
          if (done || !value) throw endedEarly(position);
          chunk = value;
        }
        const missing = block.start + block.filled;
        if (position > missing) throw skipped(position, missing);
        const isBefore = position < missing;
        const taken = chunk.subarray(0, (isBefore ? missing : block.end) - position);
        if (!isBefore) {
          block.buffer ??= take(block.end - block.start);
          block.buffer.set(taken, block.filled);
          block.filled += taken.length;
        }
        position += taken.length;
        chunk = chunk.subarray(taken.length);
        options.onBytes();
      }
      // One block is written while the next is read.
      await keeping;
      keeping = options.onFull?.(block);
      keeping?.catch(() => undefined); // Told when it is waited for.
    }
    await keeping;
  } finally {
    await keeping?.catch(() => undefined);
    options.signal.removeEventListener('abort', onAbort);
    void reader.cancel().catch(() => undefined);
  }
}

const SCRATCH_BYTES = 512 * 1024;

type Reader = Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'>;

/**
 * One buffer for all chunks where the stream takes one; a chunk is good until the next read. The block's own buffer
 * must not be lent out: an abort in the middle of a read would lose what is in it.
 */
function openReader(body: ReadableStream<Uint8Array>): Reader {
  let reader: ReadableStreamBYOBReader;
  try {
    reader = body.getReader({ mode: 'byob' });
  } catch {
    return body.getReader(); // Not a stream of bytes.
  }
  let scratch = new ArrayBuffer(SCRATCH_BYTES);
  return {
    read: async () => {
      const { done, value } = await reader.read(new Uint8Array(scratch));
      if (value) scratch = value.buffer;
      return done || !value ? { done: true, value: undefined } : { done, value };
    },
    cancel: (reason) => reader.cancel(reason),
  };
}

function endedEarly(position: number): FailureError {
  return new FailureError({
    kind: 'network',
    code: 'ConnectionLost',
    message: `the answer ended at byte ${position}, before its length`,
  });
}

function skipped(position: number, missing: number): FailureError {
  const message = `asked for byte ${missing}, the answer begins at ${position}`;
  return new FailureError({ kind: 'integrity', code: 'UnexpectedAnswer', message });
}
