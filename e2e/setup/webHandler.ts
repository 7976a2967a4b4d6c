import type { IncomingMessage, ServerResponse } from 'node:http';

/** A web-standard request handler, as edge platforms and frameworks take it. */
export type WebHandler = (request: Request) => Promise<Response>;

const MAX_BODY_BYTES = 64 * 1024;

/** Answers a Node request with a web-standard handler. The body is read whole: these are small questions. */
export async function answerWith(
  handler: WebHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readSmallBody(request);
  if (!body) {
    response.writeHead(413, { 'Content-Type': 'text/plain' }).end('The request is too large.\n');
    return;
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = request.method ?? 'GET';
  const answer = await handler(
    new Request(new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`), {
      method,
      headers,
      ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
    }),
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

async function readSmallBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
