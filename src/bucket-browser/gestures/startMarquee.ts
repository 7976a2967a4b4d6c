import { RowSet } from '#listing/RowSet.ts';
import { updateSelection } from '../createSelectionStore.ts';
import { choose } from '../selectionModel.ts';
import { createEdgeScroll } from './edgeScroll.ts';
import { cellsInBox, measureCells, type GridGeometry } from './gridGeometry.ts';
import type { Hands } from './Hands.ts';
import styles from './gestures.module.css';
import { swallowClick } from './pointed.ts';

/** A hand trembles this far, in pixels. */
const TREMBLE = 5;

/**
 * Draws a frame from where the mouse was pressed, and chooses what it touches. At the edge the list scrolls on; rows
 * that are not drawn any more stay chosen. With Ctrl, ⌘ or Shift what was chosen before stays too; Esc gives it back.
 */
export function startMarquee(grid: HTMLElement, down: PointerEvent, hands: () => Hands, signal: AbortSignal): void {
  const { selection } = hands();
  const before = selection.getState();
  const kept = down.ctrlKey || down.metaKey || down.shiftKey ? before.selected : RowSet.empty;
  const geometry = measure(grid);
  if (geometry === undefined) return;
  const start = { x: down.clientX - geometry.left, y: down.clientY - geometry.top };
  let mouse = { x: down.clientX, y: down.clientY };
  let frame: HTMLElement | undefined;
  const stroke = new AbortController();
  const edge = createEdgeScroll(grid, draw);

  function draw(): void {
    const now = measure(grid);
    if (now === undefined || frame === undefined) return;
    const end = { x: mouse.x - now.left, y: mouse.y - now.top };
    const box = {
      left: Math.min(start.x, end.x),
      right: Math.max(start.x, end.x),
      top: Math.min(start.y, end.y),
      bottom: Math.max(start.y, end.y),
    };
    const { rows } = hands().order;
    const touched = cellsInBox(now, box, rows.length);
    const selected = touched.reduce((all, [from, to]) => all.with(rows.subarray(from, to)), kept);
    updateSelection(selection, (state) => choose(state, selected));
    // Only the part over the list is drawn.
    const edges = grid.getBoundingClientRect();
    const head = grid.querySelector('[role="columnheader"]')?.clientHeight ?? 0;
    const [left, top] = [Math.max(edges.left, box.left + now.left), Math.max(edges.top + head, box.top + now.top)];
    const [right, bottom] = [Math.min(edges.right, box.right + now.left), Math.min(edges.bottom, box.bottom + now.top)];
    Object.assign(frame.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${Math.max(0, right - left)}px`,
      height: `${Math.max(0, bottom - top)}px`,
    });
  }

  function end(): void {
    stroke.abort();
    edge.at(undefined);
    if (frame !== undefined) swallowClick(grid);
    frame?.remove();
    frame = undefined;
  }

  const options = { signal: AbortSignal.any([signal, stroke.signal]) };
  options.signal.addEventListener('abort', () => frame?.remove(), { once: true });
  window.addEventListener(
    'pointermove',
    (event) => {
      mouse = { x: event.clientX, y: event.clientY };
      if (frame === undefined) {
        if (Math.hypot(mouse.x - down.clientX, mouse.y - down.clientY) < TREMBLE) return;
        frame = document.body.appendChild(document.createElement('div'));
        frame.className = styles.marquee ?? '';
        grid.setPointerCapture(down.pointerId);
      }
      edge.at(mouse.y);
      draw();
    },
    options,
  );
  window.addEventListener('selectstart', (event) => event.preventDefault(), options);
  window.addEventListener('pointerup', end, options);
  window.addEventListener('pointercancel', end, options);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || frame === undefined) return;
      event.stopPropagation();
      updateSelection(selection, (state) => choose(state, before.selected));
      end();
    },
    { ...options, capture: true },
  );
}

function measure(grid: HTMLElement): GridGeometry | undefined {
  const cells = Array.from(grid.querySelectorAll<HTMLElement>('[data-index]'));
  return measureCells(
    cells.map((cell) => ({ index: Number(cell.dataset['index']), rect: cell.getBoundingClientRect() })),
  );
}
