import { useEffect } from 'react';
import { useAnnounce } from './useAnnounce.ts';

/**
 * Says what is wrong with a form when it turns up, through the page's own live region: one of the form's own would come
 * together with its words, and not every screen reader reads those.
 */
export function useSpokenProblem(problem: string | undefined): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (problem !== undefined) announce(problem);
  }, [announce, problem]);
}
