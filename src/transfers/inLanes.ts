import type { TransferRun } from './TransferRun.ts';

/**
 * Works through `items` in order, `run.lanes` at a time. The first failure stops the others and is thrown once they
 * have stopped, so that nothing is under way any more when this settles. `work` gets the run with the signal to obey.
 */
export async function inLanes<Run extends TransferRun, T>(
  run: Run,
  items: Iterable<T>,
  work: (run: Run, item: T) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const lane: Run = { ...run, signal: AbortSignal.any([run.signal, stop.signal]) };
  // One iterator for all: an item is taken when a lane is free for it, not before.
  const waiting = items[Symbol.iterator]();
  let failed: { readonly error: unknown } | undefined;
  const walk = async (): Promise<void> => {
    try {
      for (let item = waiting.next(); !item.done && !lane.signal.aborted; item = waiting.next()) {
        await work(lane, item.value);
      }
    } catch (error) {
      failed ??= { error };
      stop.abort(error);
    }
  };
  await Promise.all(Array.from({ length: run.lanes }, walk));
  run.signal.throwIfAborted();
  if (failed) throw failed.error;
}
