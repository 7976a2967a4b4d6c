import { request, type Agent, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  /** The `<Code>` of an error document. */
  readonly code: string | undefined;
}

export interface RawRequest {
  readonly method?: string;
  /** As it shall stand in the request line: nothing is encoded or normalised on the way. */
  readonly target: string;
  /** Node does not resolve `*.localhost`; the name travels in this header. */
  readonly host: string;
  readonly port: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly agent?: Agent;
}

/** One request to the loopback address. Rejects when the connection breaks before the answer is complete. */
export function rawRequest({
  method = 'GET',
  target,
  host,
  port,
  headers = {},
  body,
  agent,
}: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: target,
        headers: { Host: host, ...length, ...headers },
        ...(agent ? { agent } : {}),
      },
      (incoming) => {
        buffer(incoming).then((bytes) => {
          const text = bytes.toString('utf8');
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: bytes,
            text,
            code: /<Code>(.*?)<\/Code>/.exec(text)?.[1],
          });
        }, reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
