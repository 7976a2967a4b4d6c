import { useEffect } from 'react';
import { useText } from '#text/useText.ts';
import { useServices } from '../Services.ts';

/** Ctrl+Z takes back the last rename, move or deletion; in a text field it stays the field's own. */
export function useUndoKey(): void {
  const { operations, announcer } = useServices();
  const { t } = useText();
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 'z';
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, [contenteditable]');
      if (!isUndo || isTyping) return;
      event.preventDefault();
      if (!operations.undoLast()) announcer.say(t.nothingToUndo);
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [operations, announcer, t]);
}
