// oxlint-disable-next-line import/default -- Vite makes this export; the suffix asks for the worker's address.
import workerUrl from './crc64.worker.ts?worker&url';
import { beforeNextStart } from './beforeNextStart.ts';
import type { BlockHasher, Crc64Hasher } from './Crc64Hasher.ts';
import type { Crc64Answer, Crc64Request } from './crc64Messages.ts';
import type { Failure } from './Failure.ts';
import { FailureError } from './FailureError.ts';
import { createTrustedWorker } from './trustedWorkerUrl.ts';

/** The little of `Worker` that is needed, so that a test can play it. */
export type Crc64WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface Waiting {
  readonly succeed: (answer: Extract<Crc64Answer, { crc64: string }>) => void;
  readonly fail: (failure: Failure) => void;
  /** What to say when the worker is gone. Default `Unexpected`. */
  readonly crashCode?: string;
  /** Asks a new worker; absent where the bytes went with the old one. */
  readonly again?: () => void;
}

/**
 * A `Crc64Hasher` in a worker of its own, beside the sending. The worker starts with the first question; jobs are
 * done in the order they are asked. When it crashes, its open jobs fail and the next question starts a new one. A worker
 * whose code did not come (the line was down just then) is started again, and its jobs wait for that.
 *
 * @param nextStart when to start it again, after so many tries; undefined gives up
 */
export function createCrc64Worker(
  startWorker: () => Crc64WorkerLike = () => createTrustedWorker(workerUrl),
  nextStart: (tries: number) => Promise<void> | undefined = beforeNextStart,
): Crc64Hasher & { readonly ofBlock: BlockHasher; readonly terminate: () => void } {
  let worker: Crc64WorkerLike | undefined;
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let hasSpoken = false;
  let restarts = 0;

  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
  };

  const fail = (id: number, failure: Failure): void => {
    const job = waiting.get(id);
    waiting.delete(id);
    job?.fail(failure);
  };

  const crash = (message: string): void => {
    stop();
    for (const [id, { crashCode = 'Unexpected' }] of waiting) fail(id, { kind: 'local', code: crashCode, message });
  };

  /** It never said a word, so it has not crashed: its code did not come. What can be asked again waits for the next one. */
  const miss = (message: string): void => {
    stop();
    const pause = nextStart(restarts);
    restarts = pause === undefined ? 0 : restarts + 1;
    for (const [id, { again, crashCode }] of waiting) {
      if (crashCode !== undefined) fail(id, { kind: 'local', code: crashCode, message });
      else if (pause === undefined) fail(id, { kind: 'network', code: 'PartNotLoaded', message });
      else void pause.then(() => waiting.has(id) && again?.());
    }
  };

  const running = (): Crc64WorkerLike => {
    if (worker) return worker;
    worker = startWorker();
    hasSpoken = false;
    worker.addEventListener('message', ({ data }: MessageEvent<Crc64Answer>) => {
      hasSpoken = true;
      restarts = 0;
      const job = waiting.get(data.id);
      waiting.delete(data.id);
      if ('crc64' in data) job?.succeed(data);
      else job?.fail(readFailure(data.errorName, data.message));
    });
    worker.addEventListener('error', ({ message }) =>
      hasSpoken ? crash(`the checksum worker stopped: ${message}`) : miss('the checksum worker did not load'),
    );
    return worker;
  };

  const crc64: Crc64Hasher = (blob, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const id = (asked += 1);
      const onAbort = (): void => {
        waiting.delete(id);
        tell(worker, { type: 'cancel', id });
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      const settled = (): void => signal?.removeEventListener('abort', onAbort);
      const ask = (): void => tell(running(), { type: 'hash', id, blob });
      waiting.set(id, {
        again: ask,
        succeed: (answer) => {
          settled();
          resolve(answer.crc64);
        },
        fail: (failure) => {
          settled();
          reject(new FailureError(failure));
        },
      });
      ask();
    });

  const ofBlock: BlockHasher = (bytes) =>
    new Promise((resolve, reject) => {
      const id = (asked += 1);
      waiting.set(id, {
        succeed: ({ crc64: counted, bytes: returned = bytes }) => resolve({ crc64: counted, bytes: returned }),
        fail: (failure) => reject(new FailureError(failure)),
        crashCode: 'FileWorkerStopped',
      });
      tell(running(), { type: 'block', id, bytes }, [bytes.buffer]);
    });

  return Object.assign(crc64, { ofBlock, terminate: () => crash('the checksum worker was closed') });
}

function tell(worker: Crc64WorkerLike | undefined, message: Crc64Request, transfer: Transferable[] = []): void {
  worker?.postMessage(message, transfer);
}

/** Chromium: `NotReadableError` when the file changed since it was chosen, `NotFoundError` when it is gone. */
function readFailure(errorName: string, detail: string): Failure {
  const message = `${errorName}: ${detail}`;
  if (errorName === 'NotReadableError') return { kind: 'local', code: 'FileChanged', message };
  if (errorName === 'NotFoundError') return { kind: 'local', code: 'FileUnreadable', message };
  return { kind: 'local', code: 'Unexpected', message };
}
