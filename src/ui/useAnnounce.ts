import { createContext, useContext } from 'react';

/** Says a sentence to screen readers through the page's one polite live region. */
export type Announce = (message: string) => void;

export const AnnounceContext = createContext<Announce>(() => undefined);

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
