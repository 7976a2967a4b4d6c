import { breathe } from './breathe.ts';

/** The page answers between slices. A long task is one of 50 ms, and a busy machine takes several times as long. */
const SLICE_MS = 8;

export interface MapInSlicesOptions {
  readonly signal?: AbortSignal | undefined;
  /** How many are done, after each slice. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * As `items.map(map)`, for any number of items on the page's own thread: it breathes between.
 *
 * @throws the signal's reason; whatever `map` throws
 */
export async function mapInSlices<T, R>(
  items: readonly T[],
  map: (item: T, at: number) => R | Promise<R>,
  { signal, onProgress }: MapInSlicesOptions = {},
): Promise<R[]> {
  const mapped: R[] = [];
  let started = performance.now();
  for (const [at, item] of items.entries()) {
    const made = map(item, at);
    mapped.push(made instanceof Promise ? await made : made);
    if (performance.now() - started < SLICE_MS) continue;
    onProgress?.(mapped.length);
    await breathe();
    signal?.throwIfAborted();
    started = performance.now();
  }
  return mapped;
}
