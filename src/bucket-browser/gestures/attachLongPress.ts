import { updateSelection } from '../createSelectionStore.ts';
import { toggle } from '../selectionModel.ts';
import type { Hands } from './Hands.ts';
import { cellAt, isOnControl, rowOf } from './pointed.ts';

const LONG_MS = 450;
/** A finger is never still, in pixels. */
const TREMBLE = 10;

/** A finger that rests on a row chooses it; once something is chosen, taps choose too (`FileGrid.tsx`). */
export function attachLongPress(root: HTMLElement, hands: () => Hands, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start = { x: 0, y: 0 };
  let hasChosen = false;
  const stop = (): void => clearTimeout(timer);

  root.addEventListener(
    'pointerdown',
    (event) => {
      stop();
      hasChosen = false;
      const cell = cellAt(event.target);
      if (event.pointerType !== 'touch' || cell === null || isOnControl(event.target)) return;
      start = { x: event.clientX, y: event.clientY };
      timer = setTimeout(() => {
        const row = rowOf(cell, hands());
        if (row === undefined) return;
        hasChosen = true;
        navigator.vibrate?.(8);
        updateSelection(hands().selection, (state) => toggle(state, row));
      }, LONG_MS);
    },
    { signal },
  );
  root.addEventListener(
    'pointermove',
    (event) => Math.hypot(event.clientX - start.x, event.clientY - start.y) > TREMBLE && stop(),
    { signal },
  );
  // Scrolling takes the finger over.
  for (const type of ['pointerup', 'pointercancel']) window.addEventListener(type, stop, { signal });
  signal.addEventListener('abort', stop, { once: true });
  // Lifting the finger is not a tap then.
  root.addEventListener(
    'click',
    (event) => {
      if (!hasChosen) return;
      hasChosen = false;
      event.stopPropagation();
      event.preventDefault();
    },
    { capture: true, signal },
  );
}
