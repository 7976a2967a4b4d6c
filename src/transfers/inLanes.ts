import type { TransferRun } from './TransferRun.ts';

/**
 * Works through `items` in order, `run.lanes` at a time. The first failure stops the others and is thrown once they
 * have stopped, so that nothing is under way any more when this settles. `work` gets the run with the signal to obey.
 */
export async function inLanes<T>(
  run: TransferRun,
  items: readonly T[],
  work: (run: TransferRun, item: T) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const lane: TransferRun = { ...run, signal: AbortSignal.any([run.signal, stop.signal]) };
  let next = 0;
  let failed: { readonly error: unknown } | undefined;
  const walk = async (): Promise<void> => {
    try {
      while (next < items.length && !lane.signal.aborted) {
        const item = items[next] as T;
        next += 1;
        await work(lane, item);
      }
    } catch (error) {
      failed ??= { error };
      stop.abort(error);
    }
  };
  await Promise.all(Array.from({ length: Math.min(run.lanes, items.length) }, walk));
  run.signal.throwIfAborted();
  if (failed) throw failed.error;
}
