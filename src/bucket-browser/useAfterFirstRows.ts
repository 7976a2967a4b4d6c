import { useEffect, useState } from 'react';

/** True once the first rows have been drawn: the moment for what waits for them. See [Note: The first rows first]. */
export function useAfterFirstRows(isListed: boolean): boolean {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => {
    if (!isListed) return undefined;
    // Rows are placed in a second pass behind the first paint's effects; this comes behind that.
    const timer = setTimeout(() => setIsDrawn(true), 0);
    return () => clearTimeout(timer);
  }, [isListed]);
  return isDrawn;
}
