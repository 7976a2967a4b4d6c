import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

/**
 * Keeps the keyboard in an area whose buttons come and go: when the focused one is taken away, the focus goes to what
 * `next` names instead of falling to the page's body. A click elsewhere is not a loss, and is left alone.
 *
 * @returns handlers for the element around the buttons
 */
export function useFocusKeeper(next: () => HTMLElement | null | undefined): {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
} {
  const focused: RefObject<Element | undefined> = useRef(undefined);
  useLayoutEffect(() => {
    if (focused.current === undefined || focused.current.isConnected) return;
    focused.current = undefined;
    if (document.activeElement === null || document.activeElement === document.body) next()?.focus();
  });
  return {
    onFocus: (event) => {
      // React tells also of what is drawn elsewhere, such as the menu of a button in here; that gives back what it took.
      focused.current = event.currentTarget.contains(event.target) ? event.target : undefined;
    },
    // React hears no blur of what it removes itself, so this is the person leaving.
    onBlur: () => {
      focused.current = undefined;
    },
  };
}
