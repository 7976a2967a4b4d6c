import { useEffect, useRef } from 'react';

/** Ctrl+K or ⌘K: all commands. Ctrl+L or ⌘L, as in a browser: the page's own address box. Not above a dialog. */
export function useGoToKeys(onKey: (what: 'all' | 'place') => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key !== 'k' && event.key !== 'l') return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      latest.current(event.key === 'k' ? 'all' : 'place');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
