/**
 * A Tencent COS that runs on this machine and speaks real HTTP.
 *
 * A request meets the files in this order: `server` (is the name ours at all) → `addressRequest` (`parseTarget`,
 * `dispatch`, `detectOperation`: bucket, key and the documented name) → `faultPlan` → `judgeRequest` (`verifySignature`,
 * `authorize`) → `operations/` → `objectStore`, and back through `sendAnswer`, which adds what every answer carries.
 *
 * Does: signatures in the header, the query, `sign=` and forms; temporary keys with tokens and policies; clock windows;
 * CORS from each bucket's rules; error documents with request id, `StringToSign`, `FormatString` and `ServerTime`;
 * static websites with index and error documents; canned ACLs, tags, versions with delete markers, restoring; objects by rule, a million at once; two host names per bucket; latency, bandwidth, planted faults, a journal.
 *
 * **Gaps**
 * - HTTP only, HTTP/1.1 only. No acceleration or internal domains; one custom domain for each bucket.
 * - Operations that `detectOperation` does not know answer 501.
 * - Image processing scales PNGs (`operations/imageMogr2.ts`), in every bucket and for nothing; the service wants it bound.
 * - No strict signature mode, hotlink protection, bucket policies, encryption or storage tiers.
 * - A transfer that has begun is not cut when its signature expires.
 * - Buckets and CORS rules made through the control API, and all keys, are forgotten at the end.
 * - A slowed connection still swallows what the system's socket buffers hold (megabytes on loopback) at once.
 *
 * **By design** unlike the service, mostly stricter (each where the documents are silent or disagree)
 * - A raw `+` in a query, a repeated parameter, two signatures or two tokens in one request are refused.
 * - `q-sign-time` must equal `q-key-time`; a window may start at most 15 minutes ahead.
 * - A temporary key without its token is unknown; so is a permanent key with one.
 * - Where two permission names are documented for one operation, both are needed.
 * - Temporary keys are held to their policy on public buckets too.
 * - `Vary: Origin` on every answer of a bucket with CORS rules; error answers carry CORS headers like any other.
 * - Only loopback, and only under names that mean this machine.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isLoopbackHost } from './bucketHost.ts';

/** Bodies of any length may take any time, but a request line may not. */
const HEADERS_TIMEOUT_MS = 30_000;
/** Longer than a browser's idle connections live, so that a reused one is not closed under its feet. */
const KEEP_ALIVE_MS = 75_000;
const BUFFERED_BYTES = 256 * 1024;

export interface RunningServer {
  readonly port: number;
  /** Ends at once, open connections included. */
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Listens on both loopback addresses. A request under a foreign name is refused before anything else is looked at. */
export async function startServer(requestedPort: number, handle: Handler): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const guarded: Handler = (request, response) => {
      if (isLoopbackHost(request.headers.host ?? '', port)) handle(request, response);
      else response.writeHead(403, { 'Content-Type': 'text/plain' }).end('This name does not belong to this server.\n');
    };
    const first = makeServer(guarded);
    await listen(first, requestedPort, '127.0.0.1');
    const port = portOf(first);
    const second = makeServer(guarded);
    try {
      await listen(second, port, '::1');
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // Some machines have no IPv6. When another program sits on ::1 with this port, a browser could reach that instead.
      if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(code)) {
        await close(first);
        if (code === 'EADDRINUSE' && requestedPort === 0 && attempt < 10) continue;
        throw error;
      }
    }
    return { port, close: async () => void (await Promise.all([close(first), close(second)])) };
  }
}

function makeServer(handle: Handler): Server {
  return createServer(
    {
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: 0,
      highWaterMark: BUFFERED_BYTES,
    },
    handle,
  );
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, ipv6Only: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
