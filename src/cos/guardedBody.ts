export interface BodyGuard {
  /** A chunk arrived. */
  readonly onChunk: () => void;
  /** The body ended, broke or was cancelled; called once. */
  readonly onEnd: () => void;
  /** What a reader gets when the transfer breaks. */
  readonly explain: (error: unknown) => Promise<unknown>;
}

/** The same bytes, told to somebody as they come, with errors in our own words. */
export function guardedBody(body: ReadableStream<Uint8Array> | null, guard: BodyGuard): ReadableStream<Uint8Array> {
  const reader = body?.getReader();
  let hasEnded = false;
  const end = (): void => {
    if (!hasEnded) guard.onEnd();
    hasEnded = true;
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const chunk = await reader?.read();
          if (chunk?.value) {
            guard.onChunk();
            controller.enqueue(chunk.value);
            return;
          }
          end();
          controller.close();
        } catch (error) {
          end();
          controller.error(await guard.explain(error));
        }
      },
      async cancel(reason) {
        end();
        await reader?.cancel(reason);
      },
    },
    // Read when somebody reads: an answer nobody wants must not be pulled.
    { highWaterMark: 0 },
  );
}
