import { useEffect, useRef } from 'react';
import { ownsKeys } from '#ui/ownsKeys.ts';
import { areSingleKeysOn } from '#ui/singleKeys.ts';

/** `?` shows all keys, wherever one is, except in a field or above the page. */
export function useHelpKey(onHelp: () => void): void {
  const latest = useRef(onHelp);
  useEffect(() => {
    latest.current = onHelp;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (ownsKeys(event.target) || !areSingleKeysOn()) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
