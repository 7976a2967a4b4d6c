import { useEffect, useState } from 'react';
import type { DeletedInPlace } from './DeletedInPlace.ts';

/**
 * Whether the bucket keeps versions, as far as is known.
 *
 * @param isWanted false: not asked yet
 */
export function useIsKept({ findOut }: Pick<DeletedInPlace, 'findOut'>, isWanted: boolean): boolean | undefined {
  const [isKept, setIsKept] = useState<boolean>();
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    void findOut().then((known) => isCurrent && setIsKept(known));
    return () => {
      isCurrent = false;
    };
  }, [findOut, isWanted]);
  return isKept;
}
