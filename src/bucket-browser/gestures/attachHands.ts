import { attachCarrying } from './attachCarrying.ts';
import { attachClipboard } from './attachClipboard.ts';
import { attachFolderKeys } from './attachFolderKeys.ts';
import { attachLongPress } from './attachLongPress.ts';
import { attachPress } from './attachPress.ts';
import type { Hands } from './Hands.ts';

/**
 * What mouse, finger and clipboard can do with the rows.
 *
 * [Note: Gestures come after the rows] Nobody drags before there is a row, so none of this is in the first load. It
 * listens to the page's own events, from outside React: a stroke of the mouse is hundreds of events, and only what
 * they change (the selection, what is carried) is drawn.
 *
 * @param root the element of the whole folder, with the path and the list in it
 * @returns takes it all off again
 */
export function attachHands(root: HTMLElement, hands: () => Hands): () => void {
  const off = new AbortController();
  for (const attach of [attachPress, attachLongPress, attachCarrying, attachClipboard, attachFolderKeys]) {
    attach(root, hands, off.signal);
  }
  return () => off.abort();
}
