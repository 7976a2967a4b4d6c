import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';

/**
 * A `fetch` for Node that reaches `*.localhost` names, which Node's resolver does not know: it connects to 127.0.0.1
 * and sends the name as `Host`, as a browser does. No redirects, no cache, bodies in memory.
 */
export const loopbackFetch: typeof fetch = async (input, init = {}) => {
  const asked = new Request(input, { ...init, ...(init.body ? { duplex: 'half' } : {}) });
  const url = new URL(asked.url);
  const body = asked.body ? Buffer.from(await asked.arrayBuffer()) : Buffer.alloc(0);
  const mayHaveBody = asked.method === 'PUT' || asked.method === 'POST';
  return new Promise<Response>((resolve, reject) => {
    const outgoing = httpRequest({
      host: '127.0.0.1',
      port: url.port,
      path: url.pathname + url.search,
      method: asked.method,
      headers: {
        ...Object.fromEntries(asked.headers),
        host: url.host,
        ...(mayHaveBody ? { 'content-length': body.length } : {}),
      },
      signal: asked.signal,
    });
    outgoing.on('error', (error) => {
      reject(init.signal?.aborted ? (init.signal.reason as Error) : new TypeError('fetch failed', { cause: error }));
    });
    outgoing.on('response', (incoming) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
      const status = incoming.statusCode ?? 0;
      const hasBody = asked.method !== 'HEAD' && status !== 204 && status !== 304;
      if (!hasBody) incoming.resume();
      resolve(
        new Response(hasBody ? (Readable.toWeb(Readable.from(asFetch(incoming))) as ReadableStream) : null, {
          status,
          headers,
        }),
      );
    });
    outgoing.end(body);
  });
};

/** A body that breaks off is a `TypeError`, as in a browser. */
async function* asFetch(incoming: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of incoming) yield chunk as Uint8Array;
  } catch (error) {
    throw new TypeError('network error', { cause: error });
  }
}
