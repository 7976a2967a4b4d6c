import { FailureError } from '#lib/FailureError.ts';
import { registerTrustedServiceWorker } from '#lib/trustedWorkerUrl.ts';
import { STREAM_FOLDER, type StreamEvent, type StreamRequest, type StreamWork } from './downloadStreamMessages.ts';
// oxlint-disable-next-line import/default -- Vite makes this export; the suffix asks for the worker's address.
import workerUrl from './downloadStream.worker.ts?worker&url';

/** A file the browser's own download is taking, front to back. */
export interface DownloadStream {
  /**
   * Resolves when the browser waits for more. The bytes move: their buffer is empty afterwards. Rejects with
   * `StreamStopped` when the person cancelled the download in the browser, or the browser stopped the worker.
   */
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** The file is whole. Rejects like `write`. */
  readonly end: () => Promise<void>;
  /** The download fails; what is written is no file. Whoever waits is rejected. */
  readonly fail: () => void;
}

/** So often the worker is asked whether it still knows the download, which keeps it from being thought idle. */
const PING_EVERY_MS = 2000;
/** The browser needs the frame until it has seen that its answer is a download. */
const FRAME_LIVES_MS = 60_000;

/** False in browsers and windows without service workers. */
export function canStreamDownloads(): boolean {
  return 'serviceWorker' in navigator;
}

/** Begins a download of the browser's own; see `[Note: Downloads through a service worker]`. */
export async function openDownloadStream(fileName: string, sizeBytes: number | undefined): Promise<DownloadStream> {
  const folder = new URL(STREAM_FOLDER, new URL(workerUrl, location.href));
  const worker = await activeWorker(folder);
  const id = crypto.randomUUID();
  const { port1: port, port2 } = new MessageChannel();
  const heard = listen(port);
  ask(worker, { type: 'open', id, fileName, ...(sizeBytes === undefined ? {} : { sizeBytes }) }, port2);
  await heard.next();
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = new URL(id, folder).href;
  document.body.append(frame);
  const pinging = setInterval(() => void isKnown(worker, id).then((known) => known || heard.stop()), PING_EVERY_MS);
  const over = (): void => {
    clearInterval(pinging);
    setTimeout(() => frame.remove(), FRAME_LIVES_MS);
  };
  heard.onStop(over);

  const say = (work: StreamWork, transfer: Transferable[] = []): void => port.postMessage(work, transfer);
  return {
    write: async (bytes) => {
      await heard.next();
      say(bytes, [bytes.buffer]);
    },
    end: async () => {
      await heard.next();
      say('end');
      await heard.next();
      over();
    },
    fail: () => {
      say('fail');
      heard.stop();
    },
  };
}

/** Events of a port, each of which is waited for once. Question and answer take turns, so none has to be told apart. */
function listen(port: MessagePort) {
  const unread: StreamEvent[] = [];
  let waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;
  let stopped: (() => void) | undefined;
  let isStopped = false;
  const stop = (): void => {
    if (isStopped) return;
    isStopped = true;
    waiting?.reject(streamStopped());
    stopped?.();
  };
  port.addEventListener('message', ({ data }: MessageEvent<StreamEvent>) => {
    if (data === 'cancelled') stop();
    else if (waiting) {
      const { resolve } = waiting;
      waiting = undefined;
      resolve();
    } else unread.push(data);
  });
  // Newer browsers tell when the other side has gone; the others are asked by `ping`.
  port.addEventListener('close', stop);
  port.start();
  return {
    next: (): Promise<void> =>
      new Promise((resolve, reject) => {
        if (isStopped) reject(streamStopped());
        else if (unread.shift() !== undefined) resolve();
        else waiting = { resolve, reject };
      }),
    stop,
    onStop: (then: () => void) => {
      stopped = then;
    },
  };
}

async function activeWorker(folder: URL): Promise<ServiceWorker> {
  const registration = await registerTrustedServiceWorker(workerUrl, {
    scope: folder.pathname,
    updateViaCache: 'none',
    // The build makes one plain script of it; the development server does not.
    type: import.meta.env.DEV ? 'module' : 'classic',
  });
  if (registration.active) return registration.active;
  const coming = registration.installing ?? registration.waiting;
  if (!coming) throw streamStopped();
  await new Promise<void>((resolve, reject) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve();
      else if (coming.state === 'redundant') reject(streamStopped());
    });
  });
  return coming;
}

/** A worker that was stopped is started again by the question, and knows nothing. */
function isKnown(worker: ServiceWorker, id: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<boolean>) => {
      port1.close();
      resolve(data);
    });
    port1.start();
    ask(worker, { type: 'ping', id }, port2);
  });
}

function ask(worker: ServiceWorker, request: StreamRequest, port: MessagePort): void {
  worker.postMessage(request, [port]);
}

/** The person cancelled the download in the browser, or the browser stopped the worker. */
export function streamStopped(): FailureError {
  return new FailureError({ kind: 'local', code: 'StreamStopped', message: 'the browser ended its download' });
}
