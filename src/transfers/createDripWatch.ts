import type { TransferPolicy } from './TransferPolicy.ts';

/** How fast the requests of one page move, compared with each other. */
export interface DripWatch {
  /** One attempt of a request with a body leaves now. */
  readonly begin: () => DripMeter;
}

export interface DripMeter {
  /** Body bytes handed over or received so far. */
  readonly moved: (bytes: number) => void;
  /** True when this one has crept for the whole window while another ran many times faster. */
  readonly isDripping: () => boolean;
  readonly end: () => void;
}

/**
 * [Note: Slow drip] A connection on which a byte arrives now and then is never silent and would never be cut, although
 * the line is fine: another one is fast at the same time. So what crept below `dripBytesPerSecond` for `dripWindowMs`
 * while another request ran at least `dripRatio` times faster is to be sent again, over another connection. Where
 * everything creeps, the line is slow and nothing is gained by starting over.
 */
export function createDripWatch(
  now: () => number,
  policy: Pick<TransferPolicy, 'dripWindowMs' | 'dripBytesPerSecond' | 'dripRatio'>,
): DripWatch {
  const { dripWindowMs, dripBytesPerSecond, dripRatio } = policy;
  const sampleMs = dripWindowMs / 12;
  const fastest = new Map<DripMeter, { readonly bytesPerSecond: number; readonly at: number }>();

  /** The best rate any other request showed within the window. */
  const bestBeside = (own: DripMeter): number => {
    const since = now() - dripWindowMs;
    let best = 0;
    for (const [meter, { bytesPerSecond, at }] of fastest) {
      if (at < since) fastest.delete(meter);
      else if (meter !== own) best = Math.max(best, bytesPerSecond);
    }
    return best;
  };

  return {
    begin: () => {
      const beganAt = now();
      const samples = [{ at: beganAt, bytes: 0 }];
      let bytes = 0;

      const rateOverWindow = (): number | undefined => {
        const since = now() - dripWindowMs;
        while ((samples[1]?.at ?? Number.POSITIVE_INFINITY) <= since) samples.shift();
        const first = samples[0];
        if (!first || first.at > since) return undefined;
        return ((bytes - first.bytes) * 1000) / (now() - first.at);
      };
      const note = (): void => {
        const last = samples.at(-1);
        const elapsedMs = now() - (last?.at ?? beganAt);
        if (!last || elapsedMs < sampleMs) return;
        fastest.set(meter, { bytesPerSecond: ((bytes - last.bytes) * 1000) / elapsedMs, at: now() });
        samples.push({ at: now(), bytes });
      };

      const meter: DripMeter = {
        moved: (movedBytes) => {
          bytes = movedBytes;
          note();
        },
        isDripping: () => {
          note();
          const own = rateOverWindow();
          if (own === undefined || own >= dripBytesPerSecond) return false;
          const beside = bestBeside(meter);
          return beside > 0 && beside >= own * dripRatio;
        },
        end: () => {
          // A quick one may end between two samples; what it moved tells all the same.
          const elapsedMs = Math.max(1, now() - beganAt);
          const known = fastest.get(meter)?.bytesPerSecond ?? 0;
          const bytesPerSecond = Math.max(known, (bytes * 1000) / elapsedMs);
          fastest.set(meter, { bytesPerSecond, at: now() });
        },
      };
      return meter;
    },
  };
}
