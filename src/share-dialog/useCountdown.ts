import { useEffect, useState } from 'react';

/** Whole seconds until `end` (ms) by the given clock, counted down; 0 once it is over. */
export function useCountdown(end: number, now: () => number): number {
  const secondsLeft = (): number => Math.max(0, Math.floor((end - now()) / 1000));
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return secondsLeft();
}
