import type { Hands } from './Hands.ts';
import { cellAt, isOnControl, rowOf } from './pointed.ts';
import { startMarquee } from './startMarquee.ts';

/**
 * What a press of the mouse begins: on a name, or on a row that is chosen, the rows can be dragged; anywhere else in
 * the list a frame is drawn. A click is still a click: both begin only when the mouse moves.
 */
export function attachPress(root: HTMLElement, hands: () => Hands, signal: AbortSignal): void {
  root.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType !== 'mouse' || event.button !== 0 || !(event.target instanceof Element)) return;
      const grid = event.target.closest<HTMLElement>('[role="grid"]');
      if (grid === null || isOnControl(event.target) || isOnScrollbar(grid, event)) return;
      const cell = cellAt(event.target);
      const row = cell === null ? undefined : rowOf(cell, hands());
      const isChosen = row !== undefined && hands().selection.getState().selected.has(row);
      if (cell !== null && (isChosen || isOnName(event.target, cell))) letDrag(cell);
      else startMarquee(grid, event, hands, signal);
    },
    { signal },
  );
}

/** Of a row its picture, its name and what stands beside it; a tile as a whole. */
function isOnName(target: Element, cell: HTMLElement): boolean {
  const name = cell.querySelector('[role="rowheader"]');
  return name === null || name === cell || (name !== target && name.contains(target));
}

function isOnScrollbar(grid: HTMLElement, event: PointerEvent): boolean {
  const { left, top } = grid.getBoundingClientRect();
  const across = event.clientX - left - grid.clientLeft;
  return across < 0 || across > grid.clientWidth || event.clientY - top > grid.clientHeight;
}

/** Only for this press: a finger that rests on a draggable row would drag it. */
function letDrag(cell: HTMLElement): void {
  const done = new AbortController();
  const stop = (): void => {
    cell.removeAttribute('draggable');
    done.abort();
  };
  cell.draggable = true;
  for (const type of ['pointerup', 'dragend', 'drop']) window.addEventListener(type, stop, { signal: done.signal });
}
