import { History } from 'lucide-react';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import styles from './OlderVersionBar.module.css';
import type { ReadableVersion } from './VersionActions.ts';

export interface OlderVersionBarProps {
  readonly version: ReadableVersion;
  readonly onLatest: () => void;
}

/** Says that what is shown is not what the object is now. */
export function OlderVersionBar({ version, onLatest }: OlderVersionBarProps) {
  const { t, formats } = useLateText();
  return (
    <div className={styles.bar}>
      <History size={16} aria-hidden />
      <span>{t.olderVersion(formats.dateTime(version.lastModified))}</span>
      <Button size="small" onClick={onLatest}>
        {t.backToLatest}
      </Button>
    </div>
  );
}
