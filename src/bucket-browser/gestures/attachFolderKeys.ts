import type { Hands } from './Hands.ts';
import { isHere } from './isHere.ts';
import { isOnControl } from './pointed.ts';

/** Keys and clicks of the folder as a whole: they work where it has no rows, and beside the rows. */
export function attachFolderKeys(root: HTMLElement, hands: () => Hands, signal: AbortSignal): void {
  // On the window, so that the list has its turn first.
  window.addEventListener(
    'keydown',
    (event) => {
      if (!isHere(root, event.target)) return;
      const { carry, onParent, onFolderMenu } = hands();
      // What was cut stays where it is.
      if (event.key === 'Escape' && carry.getState().clipboard?.kind === 'move')
        carry.setState({ clipboard: undefined });
      if (event.defaultPrevented) return;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const isParent =
        (event.key === 'Backspace' && isPlain && !event.altKey) ||
        (event.key === 'ArrowUp' && !event.ctrlKey && !event.shiftKey && (event.altKey || event.metaKey));
      const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
      if (isParent) onParent();
      else if (isMenu) onFolderMenu(anchorOf(root, event.target));
      if (isParent || isMenu) event.preventDefault();
    },
    { signal },
  );
  window.addEventListener(
    'contextmenu',
    (event) => {
      if (event.defaultPrevented || !(event.target instanceof Element)) return;
      const isSpace = event.target.closest('[data-folder-space]') !== null && !isOnControl(event.target);
      if (!isSpace || !root.contains(event.target) || hands().index === undefined) return;
      event.preventDefault();
      hands().onFolderMenu({ x: event.clientX, y: event.clientY });
    },
    { signal },
  );
}

/** What has the keyboard, so that it comes back there; else the room of the list. */
function anchorOf(root: HTMLElement, target: EventTarget | null): HTMLElement | { x: number; y: number } {
  if (target instanceof HTMLElement && target !== root && root.contains(target)) return target;
  const { left, top, width } = (root.querySelector('[data-folder-space]') ?? root).getBoundingClientRect();
  return { x: left + width / 2, y: top + 60 };
}
