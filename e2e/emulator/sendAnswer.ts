import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CosAnswer } from './OperationContext.ts';
import type { Pacer } from './pacer.ts';
import type { Disturbance } from './planDisturbance.ts';
import { flipByte } from './RequestBody.ts';
import { paced } from './shaping.ts';

export interface Sending {
  /** A HEAD gets the headers of its GET and never a body. */
  readonly isHead: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly pacers: readonly Pacer[];
  readonly disturbance: Disturbance;
  readonly onBytes: (count: number) => void;
}

/** Writes the answer, as fast as the client reads and the pacers allow. Resolves when the last byte is handed over. */
export async function sendAnswer(response: ServerResponse, answer: CosAnswer, sending: Sending): Promise<void> {
  const { wrongHeaders, stop } = sending.disturbance;
  const mayHaveBody = answer.status !== 204 && answer.status !== 304;
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const length = answer.contentLength ?? (body instanceof Uint8Array ? body.length : undefined);

  response.statusCode = answer.status;
  response.sendDate = false;
  for (const [name, value] of Object.entries({ ...sending.headers, ...answer.headers }))
    response.setHeader(name, value);
  if (mayHaveBody && (length !== undefined || body === undefined)) response.setHeader('Content-Length', length ?? 0);
  for (const [name, value] of wrongHeaders) {
    if (value === null) response.removeHeader(name);
    else response.setHeader(name, value);
  }
  if (stop?.by === 'cutWithoutLength') {
    response.removeHeader('Content-Length');
    response.removeHeader('Transfer-Encoding');
    response.setHeader('Connection', 'close');
  }

  if (!mayHaveBody || sending.isHead || body === undefined) {
    discard(answer);
    if (stop?.by === 'reset') response.socket?.resetAndDestroy();
    else response.end();
    return;
  }
  if (body instanceof Uint8Array && isUndisturbed(sending)) {
    sending.onBytes(body.length);
    response.end(body);
    return;
  }
  const stream = shape(body instanceof Uint8Array ? Readable.from([Buffer.from(body)]) : body, sending);
  stream.on('data', (chunk: Uint8Array) => sending.onBytes(chunk.length));
  await pipeline(stream, response, { end: stop === undefined || stop.by === 'cutWithoutLength' });
  if (stop) await breakOff(response, stop.by);
}

/** Lets go of a body that nobody will read. */
export function discard(answer: CosAnswer): void {
  if (answer.body instanceof Readable) answer.body.destroy();
}

function isUndisturbed({ disturbance, pacers }: Sending): boolean {
  return pacers.length === 0 && disturbance.stop === undefined && disturbance.corruptAt === undefined;
}

function shape(body: Readable, { disturbance, pacers }: Sending): Readable {
  const { stop, corruptAt } = disturbance;
  const altered =
    stop === undefined && corruptAt === undefined
      ? body
      : Readable.from(alter(body, corruptAt, stop?.afterBytes ?? Number.POSITIVE_INFINITY), { objectMode: false });
  return paced(altered, pacers);
}

async function* alter(body: Readable, corruptAt: number | undefined, endAt: number): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    if (at >= endAt) return;
    const piece = Buffer.from(chunk.subarray(0, endAt - at));
    flipByte(piece, (corruptAt ?? -1) - at);
    at += piece.length;
    yield piece;
  }
}

/** Ends a connection with an answer half told, once what was written is on its way. */
async function breakOff(response: ServerResponse, by: 'reset' | 'cut' | 'cutWithoutLength'): Promise<void> {
  if (by === 'cutWithoutLength') return;
  const { socket } = response;
  if (!response.headersSent) response.flushHeaders();
  await new Promise<void>((written) => {
    if (!socket || socket.destroyed) written();
    else socket.write('', () => written());
  });
  if (by === 'reset') socket?.resetAndDestroy();
  else socket?.destroySoon();
}
