import { useEffect, useState } from 'react';

/** The value once it has not changed for this long; undefined while it still changes. Compared by what `textOf` says. */
export function useSettled<T>(value: T, textOf: (value: T) => string, delayMs: number): T | undefined {
  const [settled, setSettled] = useState(value);
  const text = textOf(value);
  const isSettled = textOf(settled) === text;
  useEffect(() => {
    if (isSettled) return undefined;
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- `text` stands for the value
  }, [text, isSettled, delayMs]);
  return isSettled ? settled : undefined;
}
