import type { Hands } from './Hands.ts';

/** The row or tile under an event; null where there is none. */
export function cellAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
}

/** Its row in the index; undefined when the list changed under it. */
export function rowOf(cell: HTMLElement, { order }: Hands): number | undefined {
  return order.rows[Number(cell.dataset['index'])];
}

/** True where a press means the control and nothing else. */
export function isOnControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('button, input, [role="columnheader"], [data-does="toggle"], [data-does="menu"]') !== null
  );
}

/** The next click is part of what was just done with the mouse, and not a click of its own. */
export function swallowClick(element: HTMLElement): void {
  const swallow = new AbortController();
  element.addEventListener('click', (event) => event.stopPropagation(), { capture: true, signal: swallow.signal });
  setTimeout(() => swallow.abort());
}
