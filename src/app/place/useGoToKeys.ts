import { useEffect, useRef } from 'react';

/** Ctrl+K or ⌘K, as elsewhere, and Ctrl+L or ⌘L, as in a browser: the page's own address box. Not above a dialog. */
export function useGoToKeys(onGoTo: () => void): void {
  const latest = useRef(onGoTo);
  useEffect(() => {
    latest.current = onGoTo;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key !== 'k' && event.key !== 'l') return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
