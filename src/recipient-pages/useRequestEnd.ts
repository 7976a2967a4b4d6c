import { useEffect, useState } from 'react';
import { useStore, type StoreApi } from 'zustand';

/** Why a request takes nothing more. */
export type RequestOver = 'time' | 'key';

/** `clock`: only this device's clock says so, and nobody has heard the bucket. */
export type RequestEnd = RequestOver | 'clock';

/**
 * Whether the request has ended, and who says so. A device's clock may be wrong, so its word can be overruled; the
 * bucket's cannot.
 *
 * @param endMs milliseconds since 1970
 */
export function useRequestEnd(
  over: StoreApi<{ readonly why?: RequestOver }>,
  endMs: number,
  now: () => number,
): { readonly end: RequestEnd | undefined; readonly tryAnyway: () => void } {
  const why = useStore(over, (state) => state.why);
  const [isLate, setIsLate] = useState(() => now() >= endMs);
  const [triesAnyway, setTriesAnyway] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setIsLate(now() >= endMs), 1000);
    return () => clearInterval(timer);
  }, [endMs, now]);
  const byClock = isLate && !triesAnyway ? ('clock' as const) : undefined;
  return { end: why ?? byClock, tryAnyway: () => setTriesAnyway(true) };
}
