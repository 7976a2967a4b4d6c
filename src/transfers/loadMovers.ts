import { onceLoaded } from '#lib/onceLoaded.ts';
import type { discardUpload } from './discardUpload.ts';
import type { findArrival } from './findArrival.ts';
import type { moveBytes } from './moveBytes.ts';

/** The parts of the engine that speak to the bucket. */
interface Movers {
  readonly moveBytes: typeof moveBytes;
  readonly discardUpload: typeof discardUpload;
  readonly findArrival: typeof findArrival;
}

/**
 * What moves bytes comes after the first rows, so that these come sooner; whoever builds an engine calls this once the
 * page has time. A transfer that starts earlier waits for it. Rejects when it does not load, and asks again next time.
 */
export const loadMovers = onceLoaded<Movers>(async () => {
  const [{ moveBytes }, { discardUpload }, { findArrival }] = await Promise.all([
    import('./moveBytes.ts'),
    import('./discardUpload.ts'),
    import('./findArrival.ts'),
  ]);
  return { moveBytes, discardUpload, findArrival };
});
