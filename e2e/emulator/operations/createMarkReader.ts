/** Reads a stream of bytes up to marks, holding no more than a chunk and a piece of a mark. */
export interface MarkReader {
  /**
   * The bytes before the next `mark`, which is consumed. At most `limit` of them.
   *
   * @throws what `fail` makes, when there are more or the stream ends first
   */
  readUntil(mark: Uint8Array, limit: number): Promise<Buffer>;
  /** The same as a stream, without a limit. */
  streamUntil(mark: Uint8Array): AsyncGenerator<Buffer>;
  /** Exactly so many bytes. */
  readExactly(length: number): Promise<Buffer>;
  /** Reads to the end and drops it. */
  drain(): Promise<void>;
}

const EMPTY = Buffer.alloc(0);

/** @param start bytes to pretend the stream began with */
export function createMarkReader(chunks: AsyncIterator<Uint8Array>, start: Buffer, fail: () => Error): MarkReader {
  let pending = start;

  async function readMore(): Promise<void> {
    const next = await chunks.next();
    if (next.done === true) throw fail();
    const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
  }

  function take(length: number): Buffer {
    const taken = pending.subarray(0, length);
    pending = pending.subarray(length);
    return taken;
  }

  return {
    readUntil: async (mark, limit) => {
      for (;;) {
        const at = pending.indexOf(mark);
        if (at > limit || (at < 0 && pending.length > limit + mark.length)) throw fail();
        if (at >= 0) {
          const found = take(at);
          take(mark.length);
          return found;
        }
        await readMore();
      }
    },
    streamUntil: async function* (mark) {
      for (;;) {
        const at = pending.indexOf(mark);
        const length = at >= 0 ? at : pending.length - startedMarkLength(pending, mark);
        if (length > 0) yield take(length);
        if (at >= 0) {
          take(mark.length);
          return;
        }
        await readMore();
      }
    },
    readExactly: async (length) => {
      while (pending.length < length) await readMore();
      return take(length);
    },
    drain: async () => {
      pending = EMPTY;
      while ((await chunks.next()).done !== true);
    },
  };
}

/** How many bytes at the end may be the beginning of the mark; the next chunk decides. */
function startedMarkLength(bytes: Buffer, mark: Uint8Array): number {
  const first = mark[0] ?? 0;
  const earliest = Math.max(0, bytes.length - mark.length + 1);
  for (let at = bytes.indexOf(first, earliest); at >= 0; at = bytes.indexOf(first, at + 1)) {
    const tail = bytes.subarray(at);
    if (tail.equals(mark.subarray(0, tail.length))) return tail.length;
  }
  return 0;
}
