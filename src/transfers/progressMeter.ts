import type { Progress } from './TransferState.ts';

/** Counts the bytes of one transfer. */
export interface ProgressMeter {
  readonly totalBytes: number;
  /** What the server has, or what arrived and was checked for length. */
  readonly confirmedBytes: number;
  /** Bytes of request `id` handed to the network so far; replaces the earlier figure. */
  readonly inFlight: (id: number, bytes: number) => void;
  /** Request `id` is over; `confirmed` of its bytes count for good, the rest will be sent again. */
  readonly settled: (id: number, confirmed: number) => void;
  /** These bytes arrived damaged and do not count after all. */
  readonly takeBack: (bytes: number) => void;
  /** Start again from what the server says it has; the bar itself stays where it was. */
  readonly restart: (confirmedBytes: number) => void;
  /** More belongs to it than was known. */
  readonly resize: (totalBytes: number) => void;
  readonly read: () => Progress;
}

const RATE_WINDOW_MS = 5_000;
const SAMPLE_EVERY_MS = 200;

/**
 * [Note: What the bar shows] Confirmed bytes plus bytes in flight, as a running maximum, so that it never falls when
 * a part is sent again; and at most 99 % of the file, because 100 % means verified and that is a state of its own.
 * The rate is the average of the last five seconds, in whole bytes per second so that sums stay exact.
 */
export function createProgressMeter(knownBytes: number, now: () => number): ProgressMeter {
  const flying = new Map<number, number>();
  let totalBytes = knownBytes;
  let confirmed = 0;
  let flyingBytes = 0;
  let shown = 0;
  let samples: { at: number; bytes: number }[] = [];

  return {
    get totalBytes() {
      return totalBytes;
    },
    get confirmedBytes() {
      return confirmed;
    },
    inFlight: (id, bytes) => {
      flyingBytes += bytes - (flying.get(id) ?? 0);
      flying.set(id, bytes);
    },
    settled: (id, confirmedOfIt) => {
      flyingBytes -= flying.get(id) ?? 0;
      flying.delete(id);
      confirmed += confirmedOfIt;
    },
    takeBack: (bytes) => {
      confirmed -= bytes;
    },
    restart: (confirmedBytes) => {
      flying.clear();
      flyingBytes = 0;
      confirmed = confirmedBytes;
      samples = [];
    },
    resize: (bytes) => {
      totalBytes = bytes;
    },
    read: () => {
      const bytes = confirmed + flyingBytes;
      shown = Math.max(shown, Math.min(bytes, Math.floor(totalBytes * 0.99)));
      const at = now();
      const last = samples.at(-1);
      if (!last || at - last.at >= SAMPLE_EVERY_MS) {
        samples.push({ at, bytes });
        const oldest = samples.findLastIndex((sample) => at - sample.at >= RATE_WINDOW_MS);
        if (oldest > 0) samples.splice(0, oldest);
      }
      const bytesPerSecond = rateSince(samples[0], at, bytes);
      return { transferredBytes: shown, totalBytes, ...(bytesPerSecond === undefined ? {} : { bytesPerSecond }) };
    },
  };
}

function rateSince(first: { at: number; bytes: number } | undefined, at: number, bytes: number): number | undefined {
  if (!first || at <= first.at) return undefined;
  return Math.round((Math.max(0, bytes - first.bytes) * 1000) / (at - first.at));
}
