import { createCRC64 } from 'hash-wasm';
import type { IHasher } from 'hash-wasm';
import type { FileAnswer, FileRequest } from './fileWriterMessages.ts';

/** Only workers have it, and TypeScript's library for pages does not know it. */
interface SyncFile {
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  read(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(sizeBytes: number): void;
  flush(): void;
  close(): void;
}
type SyncHandle = FileSystemFileHandle & { readonly createSyncAccessHandle: () => Promise<SyncFile> };

const files = new Map<number, Promise<SyncFile>>();
const creating = createCRC64();

globalThis.addEventListener('message', ({ data }: MessageEvent<FileRequest>) => {
  work(data).then(
    (done) => answer({ id: data.id, ...done }, done.bytes ? [done.bytes.buffer] : []),
    (error: unknown) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      answer({ id: data.id, errorName: name, message });
    },
  );
});

async function work(request: FileRequest): Promise<{ crc64?: string; bytes?: Uint8Array<ArrayBuffer> }> {
  if (request.type === 'open') {
    const opening = (request.handle as SyncHandle).createSyncAccessHandle();
    files.set(request.file, opening);
    await opening;
    return {};
  }
  const file = await files.get(request.file);
  if (!file) throw new Error('This file is not open');
  if (request.type === 'write') {
    const { bytes, atByte } = request;
    const written = file.write(bytes, { at: atByte });
    if (written !== bytes.length) throw new DOMException(`${written} of ${bytes.length} bytes`, 'QuotaExceededError');
    return { crc64: decimal((await creating).init().update(bytes)), bytes };
  }
  if (request.type === 'checksum') return { crc64: await checksum(file, request.atByte, request.sizeBytes) };
  if (request.type === 'truncate') {
    file.truncate(request.sizeBytes);
    return {};
  }
  files.delete(request.file);
  file.flush();
  file.close();
  return {};
}

const READ_BYTES = 1024 * 1024;

/** A short file has another checksum than the whole one, so nothing is said of it here. */
async function checksum(file: SyncFile, atByte: number, sizeBytes: number): Promise<string> {
  const hasher = (await creating).init();
  const buffer = new Uint8Array(Math.min(READ_BYTES, sizeBytes));
  for (let done = 0; done < sizeBytes;) {
    const read = file.read(buffer.subarray(0, Math.min(READ_BYTES, sizeBytes - done)), { at: atByte + done });
    if (read === 0) break;
    hasher.update(buffer.subarray(0, read));
    done += read;
  }
  return decimal(hasher);
}

function decimal(hasher: IHasher): string {
  return BigInt(`0x${hasher.digest('hex')}`).toString();
}

function answer(message: FileAnswer, transfer: Transferable[] = []): void {
  type Poster = { postMessage(message: FileAnswer, transfer: Transferable[]): void };
  (globalThis as unknown as Poster).postMessage(message, transfer);
}
