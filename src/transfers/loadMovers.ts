import { FailureError } from '#lib/FailureError.ts';
import type { discardUpload } from './discardUpload.ts';
import type { findArrival } from './findArrival.ts';
import type { moveBytes } from './moveBytes.ts';

/** The parts of the engine that speak to the bucket. */
interface Movers {
  readonly moveBytes: typeof moveBytes;
  readonly discardUpload: typeof discardUpload;
  readonly findArrival: typeof findArrival;
}

let loading: Promise<Movers> | undefined;

/**
 * What moves bytes comes after the first rows, so that these come sooner; whoever builds an engine calls this once the
 * page has time. A transfer that starts earlier waits for it. Rejects with a `FailureError` when it does not load, and
 * asks again next time.
 */
export function loadMovers(): Promise<Movers> {
  loading ??= Promise.all([import('./moveBytes.ts'), import('./discardUpload.ts'), import('./findArrival.ts')]).then(
    ([{ moveBytes }, { discardUpload }, { findArrival }]) => ({ moveBytes, discardUpload, findArrival }),
    (cause: unknown) => {
      loading = undefined;
      const message = 'a part of this page did not load';
      throw new FailureError({ kind: 'network', code: 'ConnectionLost', message }, { cause });
    },
  );
  return loading;
}
