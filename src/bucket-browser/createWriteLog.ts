import type { Write } from './patchListing.ts';

/** Long enough for the slowest listing to have started after the write. */
const KEEP_MS = 120_000;

export interface WriteLog {
  record(writes: readonly Write[]): void;
  /** Writes that ended at or after `time` (ms since 1970). */
  since(time: number): readonly Write[];
}

/** Remembers our own writes for a while; see `[Note: A write updates the list itself]`. */
export function createWriteLog(now: () => number): WriteLog {
  let log: { readonly at: number; readonly write: Write }[] = [];
  return {
    record(writes) {
      const at = now();
      if (log[0] !== undefined && at - log[0].at > KEEP_MS) log = log.filter((entry) => at - entry.at <= KEEP_MS);
      for (const write of writes) log.push({ at, write });
    },
    since: (time) => log.filter((entry) => entry.at >= time).map((entry) => entry.write),
  };
}
