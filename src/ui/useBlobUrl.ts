import { useLayoutEffect, useState } from 'react';

/** A URL for a blob, given back when the blob changes or the view goes. Undefined for the first moment. */
export function useBlobUrl(blob: Blob | undefined): string | undefined {
  const [made, setMade] = useState<{ readonly blob: Blob; readonly url: string }>();
  useLayoutEffect(() => {
    if (blob === undefined) return undefined;
    const url = URL.createObjectURL(blob);
    // oxlint-disable-next-line react/set-state-in-effect -- a blob URL must be given back, so an effect makes it
    setMade({ blob, url });
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  return made !== undefined && made.blob === blob ? made.url : undefined;
}
