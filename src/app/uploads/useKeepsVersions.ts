import { useEffect, useState } from 'react';
import { useServices } from '../Services.ts';

/** True once it is known that the bucket keeps versions. Asks only while there is a connection to ask about. */
export function useKeepsVersions(connectionId: string | undefined): boolean {
  const { keepsVersions } = useServices();
  const [known, setKnown] = useState<{ readonly connectionId: string; readonly keeps: boolean }>();
  useEffect(() => {
    if (connectionId === undefined) return undefined;
    let isCurrent = true;
    void keepsVersions(connectionId).then((keeps) => isCurrent && setKnown({ connectionId, keeps: keeps === true }));
    return () => {
      isCurrent = false;
    };
  }, [keepsVersions, connectionId]);
  return known?.connectionId === connectionId && known?.keeps === true;
}
