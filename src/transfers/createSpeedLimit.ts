import { connectionsUnderLimit } from './connectionsUnderLimit.ts';

/** A limit for all uploads together. */
export interface SpeedLimit {
  /** Bits per second; undefined lifts it. Requests that are under way keep what they left with. */
  readonly set: (bitsPerSecond: number | undefined) => void;
  /** Waits for a turn under the limit. Rejects with the signal's reason. */
  readonly enter: (signal: AbortSignal) => Promise<SpeedTurn>;
}

export interface SpeedTurn {
  /** What this request may take, in bits per second. */
  readonly trafficLimit: number | undefined;
  readonly leave: () => void;
}

/**
 * [Note: A limit is kept by the server] A page cannot slow its own sending down; COS can, request by request
 * (`x-cos-traffic-limit`, COS documentation 40140). So a limit for several requests is kept by letting only so many go
 * at once, each with its even share.
 */
export function createSpeedLimit(most: number): SpeedLimit {
  const waiting = new Set<() => void>();
  let limit: number | undefined;
  let running = 0;

  const isFull = (): boolean => limit !== undefined && running >= connectionsUnderLimit(limit, most);
  const hand = (): void => {
    for (const grant of waiting) {
      if (isFull()) return;
      grant();
    }
  };
  const turn = (): SpeedTurn => {
    running += 1;
    let isOver = false;
    return {
      trafficLimit: limit === undefined ? undefined : Math.floor(limit / connectionsUnderLimit(limit, most)),
      leave: () => {
        if (isOver) return;
        isOver = true;
        running -= 1;
        hand();
      },
    };
  };

  return {
    set: (bitsPerSecond) => {
      limit = bitsPerSecond;
      hand();
    },
    enter: (signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason as Error);
          return;
        }
        if (!isFull()) {
          resolve(turn());
          return;
        }
        const onAbort = (): void => {
          waiting.delete(grant);
          reject(signal.reason as Error);
        };
        const grant = (): void => {
          waiting.delete(grant);
          signal.removeEventListener('abort', onAbort);
          resolve(turn());
        };
        signal.addEventListener('abort', onAbort, { once: true });
        waiting.add(grant);
      }),
  };
}
