import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Pacer } from './pacer.ts';

/** What may happen to a body on its way in. */
export interface BodyShape {
  readonly pacers: readonly Pacer[];
  /** Flip the byte at this offset. */
  readonly corruptAt?: number;
  /** Call `reset` when this many bytes came, or the body ended before. */
  readonly resetAfterBytes?: number;
  readonly reset: () => void;
}

const BUFFERED_BYTES = 256 * 1024;

/**
 * The bytes of a request, handed on as they come. It stands between the socket and an operation so that an operation
 * may drop the body without cutting the connection its answer has to travel on, and so that arriving bytes are counted
 * whoever reads them.
 */
export class RequestBody extends Readable {
  /** Body bytes that arrived so far. */
  receivedBytes = 0;
  readonly #message: IncomingMessage;
  readonly #shape: BodyShape;
  #isStarted = false;
  #timer: NodeJS.Timeout | undefined;
  #hasEnded = false;
  #isReset = false;

  constructor(message: IncomingMessage, shape: BodyShape) {
    super({ highWaterMark: BUFFERED_BYTES });
    this.#message = message;
    this.#shape = shape;
    message.on('error', () => {}); // told by 'close'
    message.on('close', () => {
      // Also after a planned reset that came once all bytes were here: the operation must not wait for an end.
      const isCut = !message.complete || this.#isReset;
      if (isCut) this.destroy(new Error('The client left before its request was complete.'));
    });
    // Whoever reads it hears of it too; without a reader it is nobody's problem.
    this.on('error', () => {});
  }

  override _read(): void {
    if (!this.#isStarted) this.#start();
    else if (this.#timer === undefined) this.#message.resume();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#timer);
    done(error);
  }

  /** Once the answer is out: swallow the rest, so that the next request on this connection can be read. */
  drain(): void {
    if (!this.#isStarted) this.#start();
    this.destroy();
    this.#message.resume();
  }

  #start(): void {
    this.#isStarted = true;
    this.#message.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#message.on('end', () => {
      this.#hasEnded = true;
      // The last chunk may still wait for its time to pass.
      if (this.#timer === undefined) this.#finish();
    });
  }

  #reset(): void {
    this.#isReset = true;
    this.#shape.reset();
  }

  #finish(): void {
    if (this.#shape.resetAfterBytes !== undefined) this.#reset();
    else if (!this.destroyed) this.push(null);
  }

  #receive(chunk: Buffer): void {
    const { corruptAt, resetAfterBytes, pacers } = this.#shape;
    flipByte(chunk, (corruptAt ?? -1) - this.receivedBytes);
    this.receivedBytes += chunk.length;
    if (resetAfterBytes !== undefined && this.receivedBytes >= resetAfterBytes) return this.#reset();
    if (this.destroyed) return;
    const waitMs = pacers.reduce((longest, pacer) => Math.max(longest, pacer.reserve(chunk.length)), 0);
    if (waitMs <= 0) {
      if (!this.push(chunk)) this.#message.pause();
      return;
    }
    this.#message.pause();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const wantsMore = this.push(chunk);
      if (this.#hasEnded) this.#finish();
      else if (wantsMore) this.#message.resume();
    }, waitMs);
  }
}

/** Flips all bits of the byte at `offset`, if the chunk has one there. */
export function flipByte(chunk: Uint8Array, offset: number): void {
  const byte = chunk[offset];
  if (byte !== undefined) chunk[offset] = byte ^ 0xff;
}
