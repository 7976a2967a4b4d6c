import type { Socket } from 'node:net';
import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { createPacer, type Pacer } from './pacer.ts';

/** Larger chunks are cut before they are paced, so that a slow stream flows instead of jumping. */
const PACED_CHUNK_BYTES = 16 * 1024;

/** Timers are no finer than this; shorter waits add up until they are worth one. */
const TIMER_MS = 4;

/** The same bytes at no more than `bytesPerSecond`. Destroying either end destroys the other. */
export function limitRate(stream: Readable, bytesPerSecond: number): Readable {
  return paced(stream, [createPacer(bytesPerSecond)]);
}

/** The same bytes, no faster than any of the pacers allows. */
export function paced(stream: Readable, pacers: readonly Pacer[]): Readable {
  if (pacers.length === 0) return stream;
  let timer: NodeJS.Timeout | undefined;
  const pace = new Transform({
    readableHighWaterMark: PACED_CHUNK_BYTES,
    writableHighWaterMark: PACED_CHUNK_BYTES,
    transform(this: Transform, chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      const passFrom = (start: number): void => {
        if (start >= chunk.length) return done();
        const piece = chunk.subarray(start, start + PACED_CHUNK_BYTES);
        const waitMs = Math.max(...pacers.map((pacer) => pacer.reserve(piece.length)));
        const pass = (): void => {
          this.push(piece);
          passFrom(start + piece.length);
        };
        if (waitMs < TIMER_MS) pass();
        else timer = setTimeout(pass, waitMs);
      };
      passFrom(0);
    },
    destroy(error, done) {
      clearTimeout(timer);
      stream.destroy(error ?? undefined);
      done(error);
    },
  });
  stream.on('error', (error) => pace.destroy(error));
  stream.on('close', () => {
    if (!stream.readableEnded) pace.destroy();
  });
  return stream.pipe(pace);
}

/** Both directions of one connection. Requests that follow each other on it share what it carries. */
export interface ConnectionPace {
  readonly up: Pacer;
  readonly down: Pacer;
}

/** Gives each socket its own pace, remembered as long as the socket lives. */
export function createConnectionPaces(bytesPerSecond: number): (socket: Socket) => ConnectionPace {
  const paces = new WeakMap<Socket, ConnectionPace>();
  return (socket) => {
    const known = paces.get(socket);
    if (known) return known;
    const pace = { up: createPacer(bytesPerSecond), down: createPacer(bytesPerSecond) };
    paces.set(socket, pace);
    return pace;
  };
}
