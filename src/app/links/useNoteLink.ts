import type { LinkMade } from '#links/LinkMade.ts';
import { useServices } from '../Services.ts';

/** Writes down that a link of a connection was handed out; nothing waits for it. */
export function useNoteLink(connectionId: string): (made: LinkMade) => void {
  const { madeLinks, firstLink } = useServices();
  return (made) => {
    firstLink.done();
    void madeLinks().then((links) => links.note(connectionId, made));
  };
}
