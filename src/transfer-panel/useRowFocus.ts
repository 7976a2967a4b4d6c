import { useRef } from 'react';
import { useFocusKeeper } from '#ui/useFocusKeeper.ts';

/**
 * Keeps the keyboard in a row whose buttons change: Pause becomes Resume under the finger, and after Cancel the row has
 * no button left, so the dock's own takes over. `buttonsRef` goes to what holds the buttons, `keeper` to the row.
 */
export function useRowFocus() {
  const buttonsRef = useRef<HTMLDivElement>(null);
  const keeper = useFocusKeeper(
    () =>
      buttonsRef.current?.querySelector('button') ??
      buttonsRef.current?.closest('section')?.querySelector<HTMLElement>('button[aria-expanded]'),
  );
  return { buttonsRef, keeper };
}
