export interface BodyGuard {
  /** A chunk arrived. */
  readonly onChunk: () => void;
  /** The body ended, broke or was cancelled; called once. */
  readonly onEnd: () => void;
  /** What a reader gets when the transfer breaks. */
  readonly explain: (error: unknown) => Promise<unknown>;
}

/** For readers that bring no buffer of their own. */
const CHUNK_BYTES = 256 * 1024;

/**
 * The same bytes, told to somebody as they come, with errors in our own words.
 *
 * [Note: Readers bring their buffers] The answer is a stream of bytes, so that whoever reads gigabytes can pass in the
 * same buffer again and again: half the time of taking a new one for every chunk (measured in Chromium 156, 128 MiB).
 */
export function guardedBody(body: ReadableStream<Uint8Array> | null, guard: BodyGuard): ReadableStream<Uint8Array> {
  const reader = openReader(body);
  let hasEnded = false;
  const end = (): void => {
    if (!hasEnded) guard.onEnd();
    hasEnded = true;
  };
  return new ReadableStream({
    type: 'bytes',
    autoAllocateChunkSize: CHUNK_BYTES,
    async pull(controller) {
      const request = controller.byobRequest;
      const { view } = request ?? {};
      if (!request || !view) return;
      try {
        const { done, value } = await reader.read(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
        if (done) {
          end();
          controller.close();
          request.respondWithNewView(value);
          return;
        }
        guard.onChunk();
        request.respondWithNewView(value);
      } catch (error) {
        end();
        controller.error(await guard.explain(error));
      }
    },
    async cancel(reason) {
      end();
      await reader.cancel(reason);
    },
  });
}

type View = Uint8Array<ArrayBuffer>;

interface BytesReader {
  /** Takes the buffer of `into`, and gives it back with what is in it now; with nothing when the stream is `done`. */
  readonly read: (into: View) => Promise<{ readonly done: boolean; readonly value: View }>;
  readonly cancel: (reason: unknown) => Promise<void>;
}

/** Reads into the buffer it is given, also from a stream that only hands out chunks of its own. */
function openReader(body: ReadableStream<Uint8Array> | null): BytesReader {
  if (!body) return { read: async (into) => ({ done: true, value: empty(into) }), cancel: async () => undefined };
  try {
    const reader = body.getReader({ mode: 'byob' });
    return {
      read: async (into) => {
        const { done, value } = await reader.read(into);
        // Cancelled by whoever made the body: the buffer is gone with it.
        if (!value) throw new TypeError('The body was cancelled');
        return { done, value };
      },
      cancel: (reason) => reader.cancel(reason),
    };
  } catch {
    // Not a stream of bytes.
  }
  const reader = body.getReader();
  let rest: Uint8Array = new Uint8Array();
  return {
    read: async (into) => {
      while (rest.length === 0) {
        const { done, value } = await reader.read();
        if (done) return { done, value: empty(into) };
        rest = value;
      }
      const taken = rest.subarray(0, into.length);
      into.set(taken);
      rest = rest.subarray(taken.length);
      return { done: false, value: new Uint8Array(into.buffer, into.byteOffset, taken.length) };
    },
    cancel: (reason) => reader.cancel(reason),
  };
}

function empty(into: View): View {
  return new Uint8Array(into.buffer, into.byteOffset, 0);
}
