import { useEffect, useState } from 'react';
import { useServices } from '../Services.ts';

/** Whether the bucket keeps versions, as far as is known. Asks only while there is a connection to ask about. */
export function useVersioning(connectionId: string | undefined): boolean | undefined {
  const { keepsVersions } = useServices();
  const [known, setKnown] = useState<{ readonly connectionId: string; readonly keeps: boolean | undefined }>();
  useEffect(() => {
    if (connectionId === undefined) return undefined;
    let isCurrent = true;
    void keepsVersions(connectionId).then((keeps) => isCurrent && setKnown({ connectionId, keeps }));
    return () => {
      isCurrent = false;
    };
  }, [keepsVersions, connectionId]);
  return known?.connectionId === connectionId ? known?.keeps : undefined;
}
