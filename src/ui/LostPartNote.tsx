import { RotateCw, Unplug } from 'lucide-react';
import { useEffect, useId, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '#text/useText.ts';
import { Button } from './Button.tsx';
import { lostParts } from './lostParts.ts';
import { useAnnounce } from './useAnnounce.ts';
import { useFocusKeeper } from './useFocusKeeper.ts';
import styles from './LostPartNote.module.css';

/** Says that a part of the page did not arrive, once however many are missing, and fetches all of them again. */
export function LostPartNote({ onRetry }: { readonly onRetry: () => void }) {
  const text = useText();
  const { title, advice } = text.failure({ kind: 'network', code: 'PartNotLoaded', message: '' });
  const id = useId();
  const announce = useAnnounce();
  const isSpeaker = useSyncExternalStore(lostParts.subscribe, () => lostParts.speaker() === id);
  const keeper = useFocusKeeper(() => document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]'));

  useEffect(() => lostParts.add(id, onRetry), [id, onRetry]);
  useEffect(() => {
    if (isSpeaker) announce(title);
  }, [isSpeaker, announce, title]);
  useEffect(() => {
    if (!isSpeaker) return undefined;
    window.addEventListener('online', lostParts.retryAll);
    return () => window.removeEventListener('online', lostParts.retryAll);
  }, [isSpeaker]);

  if (!isSpeaker) return null;
  return createPortal(
    <aside className={styles.note} aria-label={title} {...keeper}>
      <Unplug size={18} aria-hidden />
      <p>
        <strong>{title}.</strong> {advice}
      </p>
      <Button size="small" look="primary" icon={<RotateCw size={15} />} onClick={lostParts.retryAll}>
        {text.t.retry}
      </Button>
    </aside>,
    document.body,
  );
}
