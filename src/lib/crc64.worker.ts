import { createCRC64, type IHasher } from 'hash-wasm';
import type { Crc64Answer, Crc64Request } from './crc64Messages.ts';

/**
 * [Note: One buffer to read into] Reading, not counting, is what takes the time. Through one buffer that goes to the
 * stream and comes back, 256 MiB take 0.5 s of this thread and 0.5 s of the browser's; as fresh pieces of 16 MiB by
 * `arrayBuffer()`, 1.8 s and 0.7 s (Chromium 156): every fresh page of memory is cleared and mapped first.
 */
const BLOCK_BYTES = 1024 * 1024;
let buffer = new ArrayBuffer(BLOCK_BYTES);

interface Job {
  readonly id: number;
  readonly blob: Blob;
  /** Cancelled or failed: whatever is left of it is passed over. */
  isOver: boolean;
}

/** Not begun yet, in the order they came. */
const jobs: Job[] = [];
const open = new Map<number, Job>();
const creating = createCRC64();
const creatingForBlocks = createCRC64();
let isWorking = false;

globalThis.addEventListener('message', ({ data }: MessageEvent<Crc64Request>) => {
  if (data.type === 'hash') {
    const job: Job = { id: data.id, blob: data.blob, isOver: false };
    jobs.push(job);
    open.set(job.id, job);
    if (!isWorking) work().catch(failAll);
  } else if (data.type === 'block') {
    count(data.id, data.bytes);
  } else {
    const job = open.get(data.id);
    if (job) close(job);
  }
});

/** Bytes that are here already wait behind no file. */
function count(id: number, bytes: Uint8Array<ArrayBuffer>): void {
  creatingForBlocks.then(
    (hasher) => {
      const crc64 = decimal(hasher.init().update(bytes));
      answer({ id, crc64, bytes }, [bytes.buffer]);
    },
    (error: unknown) => refuse(id, error),
  );
}

async function work(): Promise<void> {
  isWorking = true;
  const hasher = await creating;
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    try {
      await hash(job, hasher);
    } catch (error) {
      const reason = await whyUnreadable(job.blob, error);
      if (!job.isOver) fail(job, reason);
    }
  }
  isWorking = false;
}

async function hash(job: Job, hasher: IHasher): Promise<void> {
  hasher.init();
  let countedBytes = 0;
  for (let read = blocksOf(job.blob), block = await read(); block; block = await read()) {
    if (job.isOver) return;
    hasher.update(block);
    countedBytes += block.byteLength;
  }
  if (job.isOver) return;
  if (countedBytes < job.blob.size) throw new DOMException('the file is shorter than it was', 'NotReadableError');
  close(job);
  answer({ id: job.id, crc64: decimal(hasher) });
}

/** The bytes of a blob, piece after piece, each until the next is asked for; undefined at the end. */
function blocksOf(blob: Blob): () => Promise<Uint8Array | undefined> {
  const stream = blob.stream();
  const reader = intoOurBuffer(stream);
  if (reader) {
    return async () => {
      if (buffer.byteLength === 0) buffer = new ArrayBuffer(BLOCK_BYTES); // A read that failed has kept it.
      const { value } = await reader.read(new Uint8Array(buffer), { min: BLOCK_BYTES });
      if (value) buffer = value.buffer;
      return value && value.byteLength > 0 ? value : undefined;
    };
  }
  const chunks = stream.getReader();
  return async () => (await chunks.read()).value;
}

/** A stream says only that it broke; reading a byte says whether the file changed or is gone. */
async function whyUnreadable(blob: Blob, error: unknown): Promise<unknown> {
  try {
    await blob.slice(0, 1).arrayBuffer();
    return error;
  } catch (reason) {
    return reason;
  }
}

/** Undefined in browsers whose blobs do not read into somebody else's buffer. */
function intoOurBuffer(stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}

/** No hashing here at all: WebAssembly is refused or does not load. Nobody may be left waiting. */
function failAll(error: unknown): void {
  isWorking = false;
  jobs.length = 0;
  for (const job of open.values()) fail(job, error);
}

function fail(job: Job, error: unknown): void {
  close(job);
  refuse(job.id, error);
}

function refuse(id: number, error: unknown): void {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  answer({ id, errorName: name, message });
}

function close(job: Job): void {
  job.isOver = true;
  open.delete(job.id);
}

function decimal(hasher: IHasher): string {
  return BigInt(`0x${hasher.digest('hex')}`).toString();
}

function answer(message: Crc64Answer, transfer: Transferable[] = []): void {
  const scope = globalThis as unknown as { postMessage(message: Crc64Answer, transfer: Transferable[]): void };
  scope.postMessage(message, transfer);
}
