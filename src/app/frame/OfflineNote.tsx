import { WifiOff } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import { useText } from '#text/useText.ts';
import { useAnnounce } from '#ui/useAnnounce.ts';
import styles from './OfflineNote.module.css';

/** A strip under the top bar while the browser has no network: what is on the page stays, and what waits goes on by itself. */
export function OfflineNote() {
  const text = useText();
  const announce = useAnnounce();
  const isOffline = useSyncExternalStore(watchNetwork, () => !navigator.onLine);
  const { title, advice } = text.failure({ kind: 'network', code: 'Offline', message: '' });
  const said = isOffline ? title : undefined;
  useEffect(() => {
    if (said !== undefined) announce(said);
  }, [said, announce]);
  if (!isOffline) return null;
  return (
    <p className={styles.note}>
      <WifiOff size={16} aria-hidden />
      <span>
        <strong>{title}.</strong> {advice}
      </span>
    </p>
  );
}

function watchNetwork(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}
