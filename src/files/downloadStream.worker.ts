import type { StreamEvent, StreamRequest, StreamWork } from './downloadStreamMessages.ts';

/**
 * [Note: Downloads through a service worker] Browsers save what an address answers, and only a service worker can answer
 * with bytes the page has fetched, checked and not kept. This one answers addresses of one folder that nothing else uses,
 * each of them once and only after the page has announced it. It asks the network for nothing, caches nothing and never
 * sees a request of the page.
 *
 * A download is whole or failed: its stream ends when the page says so, and errors in every other case. The page keeps
 * the last bytes back until all are verified.
 */
interface WorkerScope extends EventTarget {
  skipWaiting(): Promise<void>;
}
interface FetchEventLike extends Event {
  readonly request: Request;
  respondWith(response: Response): void;
}
interface Announced {
  readonly port: MessagePort;
  readonly fileName: string;
  readonly sizeBytes?: number;
}

const scope = globalThis as unknown as WorkerScope;
const announced = new Map<string, Announced>();
const running = new Set<string>();

scope.addEventListener('install', () => void scope.skipWaiting());

scope.addEventListener('message', (event) => {
  const { data, ports } = event as MessageEvent<StreamRequest>;
  const [port] = ports;
  if (!port) return;
  if (data.type === 'ping') {
    port.postMessage(announced.has(data.id) || running.has(data.id));
    return;
  }
  const { id, fileName, sizeBytes } = data;
  announced.set(id, { port, fileName, ...(sizeBytes === undefined ? {} : { sizeBytes }) });
  tell(port, 'ready');
});

scope.addEventListener('fetch', (event) => {
  const fetching = event as FetchEventLike;
  const id = new URL(fetching.request.url).pathname.split('/').at(-1) ?? '';
  const download = announced.get(id);
  announced.delete(id);
  fetching.respondWith(download ? answer(id, download) : new Response(null, { status: 404 }));
});

function answer(id: string, { port, fileName, sizeBytes }: Announced): Response {
  running.add(id);
  const name = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return new Response(bodyFrom(id, port), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      ...(sizeBytes === undefined ? {} : { 'Content-Length': String(sizeBytes) }),
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

/** Asks the page for bytes only when the browser waits for them, so that a slow disk slows the fetching down. */
function bodyFrom(id: string, port: MessagePort): ReadableStream<Uint8Array> {
  let wake: (() => void) | undefined;
  const over = (): void => {
    running.delete(id);
    wake?.();
  };
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        port.addEventListener('message', ({ data }: MessageEvent<StreamWork>) => {
          if (data instanceof Uint8Array) {
            controller.enqueue(data);
            wake?.();
          } else if (data === 'end') {
            controller.close();
            over();
            tell(port, 'ended');
          } else {
            controller.error(new Error('The download was given up'));
            over();
          }
        });
        port.start();
      },
      pull: () =>
        new Promise<void>((resolve) => {
          wake = resolve;
          tell(port, 'more');
        }),
      cancel: () => {
        over();
        tell(port, 'cancelled');
      },
    },
    { highWaterMark: 0 },
  );
}

function tell(port: MessagePort, event: StreamEvent): void {
  port.postMessage(event);
}
