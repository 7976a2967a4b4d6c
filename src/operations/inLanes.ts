/**
 * Works through what the source yields, `lanes` at a time; the source is asked for the next one only when a lane is free,
 * so that a folder of any size is never held whole. The first error stops the others and is thrown once they have stopped.
 */
export async function inLanes<T>(
  source: AsyncIterable<T>,
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const items = source[Symbol.asyncIterator]();
  let failed: { readonly error: unknown } | undefined;
  const walk = async (): Promise<void> => {
    while (failed === undefined) {
      try {
        const next = await items.next();
        if (next.done === true) return;
        await work(next.value);
      } catch (error) {
        failed ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, walk));
  await items.return?.();
  if (failed) throw failed.error;
}
