import { useState, type KeyboardEvent } from 'react';
import type { MenuAction } from '#ui/ActionMenu.tsx';

/** Rows that Page Down goes on. */
const PAGE = 8;

/**
 * The keyboard of a combobox over a list: it stays in the box, and arrows choose among the options.
 *
 * @param listKey changes with the options; the first one is chosen then
 */
export function useOptions(options: readonly MenuAction[], listKey: string) {
  const [choice, setChoice] = useState({ listKey, at: 0 });
  const at = choice.listKey === listKey ? Math.min(choice.at, options.length - 1) : 0;
  const choose = (next: number): void => setChoice({ listKey, at: next });

  function onKeyDown(event: KeyboardEvent, run: (action: MenuAction) => void): void {
    // Enter that ends the writing of a Chinese word is not ours.
    if (event.nativeEvent.isComposing) return;
    const last = options.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + PAGE),
      PageUp: Math.max(0, at - PAGE),
    };
    const next = steps[event.key];
    const chosen = options[at];
    if (next !== undefined && last >= 0) choose(next);
    else if (event.key === 'Enter' && chosen !== undefined) run(chosen);
    else return;
    event.preventDefault();
  }
  return { at, choose, onKeyDown };
}
