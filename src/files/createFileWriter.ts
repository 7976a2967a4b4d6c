import { FailureError } from '#lib/FailureError.ts';
import { createTrustedWorker } from '#lib/trustedWorkerUrl.ts';
import type { WrittenBytes } from './DownloadSink.ts';
import type { FileAnswer, FileRequest, FileWork } from './fileWriterMessages.ts';
// oxlint-disable-next-line import/default -- Vite makes this export; the suffix asks for the worker's address.
import workerUrl from './fileWriter.worker.ts?worker&url';

/** Files of the browser's private file system, written past the page's own thread. */
export interface FileWriter {
  readonly open: (handle: FileSystemFileHandle) => OpenFile;
}

/** Every method rejects with an `Error` named like the `DOMException` that stopped it. Requests keep their order. */
export interface OpenFile {
  /** The bytes move to the worker and come back with their CRC-64; until then, and after an error, their buffer is empty. */
  readonly write: (bytes: Uint8Array<ArrayBuffer>, atByte: number) => Promise<WrittenBytes>;
  /** Resolves with the CRC-64 of bytes that are in the file. */
  readonly checksumOf: (atByte: number, sizeBytes: number) => Promise<string>;
  readonly truncate: (sizeBytes: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The little of `Worker` that is needed, so that a test can play it. */
export type FileWorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

type Done = Exclude<FileAnswer, { readonly errorName: string }>;

interface Waiting {
  readonly resolve: (answer: Done) => void;
  readonly reject: (error: Error) => void;
}

/**
 * [Note: Writing in a worker] A synchronous handle, which only workers have, takes bytes three times as fast as the
 * asynchronous writable (measured in Chromium 156), and the checksum is counted where the bytes are already. They are
 * handed over and never copied. No address and no key goes there. A worker that crashes takes what it was asked with
 * it (`FileWorkerStopped`); the next request starts another, which opens the file again.
 */
export function createFileWriter(startWorker: () => FileWorkerLike = () => createTrustedWorker(workerUrl)): FileWriter {
  let worker: FileWorkerLike | undefined;
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let files = 0;

  const crash = (message: string): void => {
    worker?.terminate();
    worker = undefined;
    const lost = [...waiting.values()];
    waiting.clear();
    const stopped = new FailureError({ kind: 'local', code: 'FileWorkerStopped', message });
    for (const { reject } of lost) reject(stopped);
  };
  const running = (): FileWorkerLike => {
    if (worker) return worker;
    worker = startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<FileAnswer>) => {
      const request = waiting.get(data.id);
      waiting.delete(data.id);
      if ('errorName' in data) request?.reject(Object.assign(new Error(data.message), { name: data.errorName }));
      else request?.resolve(data);
    });
    worker.addEventListener('error', (event) => crash(`the file worker stopped: ${event.message}`));
    return worker;
  };
  const ask = (file: number, work: FileWork, transfer: Transferable[] = []): Promise<Done> =>
    new Promise((resolve, reject) => {
      const id = (asked += 1);
      waiting.set(id, { resolve, reject });
      const request: FileRequest = { ...work, id, file };
      running().postMessage(request, transfer);
    });

  return {
    open: (handle) => {
      const file = (files += 1);
      let openedBy: FileWorkerLike | undefined;
      let opening: Promise<Done> | undefined;
      const opened = async (work: FileWork, transfer?: Transferable[]): Promise<Done> => {
        // A worker that has taken the place of a crashed one knows nothing of the file yet.
        if (openedBy !== running()) opening = ask(file, { type: 'open', handle });
        openedBy = worker;
        await opening;
        return ask(file, work, transfer);
      };
      return {
        write: async (bytes, atByte) => {
          const { crc64 = '', bytes: back = bytes } = await opened({ type: 'write', bytes, atByte }, [bytes.buffer]);
          return { crc64, bytes: back };
        },
        checksumOf: async (atByte, sizeBytes) => (await opened({ type: 'checksum', atByte, sizeBytes })).crc64 ?? '',
        truncate: async (sizeBytes) => void (await opened({ type: 'truncate', sizeBytes })),
        close: async () => void (await opened({ type: 'close' })),
      };
    },
  };
}
