import type { Write } from './applyWrites.ts';

/** Long enough for the slowest listing to have started after the write. */
const KEEP_MS = 120_000;

export interface WriteLog {
  record(writes: readonly Write[]): void;
  /** Writes that ended at or after `time` (ms since 1970). */
  since(time: number): readonly Write[];
}

/** Remembers our own writes for a while; see `[Note: A write updates the list itself]`. */
export function createWriteLog(now: () => number): WriteLog {
  /** How many entries at its beginning are too old. */
  let old = 0;
  let log: { readonly at: number; readonly write: Write }[] = [];
  return {
    record(writes) {
      const at = now();
      while ((log[old]?.at ?? at) < at - KEEP_MS) old += 1;
      // Not at every write: what is dropped is at least as much as what is copied.
      if (old > log.length / 2) {
        log = log.slice(old);
        old = 0;
      }
      for (const write of writes) log.push({ at, write });
    },
    since: (time) => log.filter((entry) => entry.at >= time).map((entry) => entry.write),
  };
}
