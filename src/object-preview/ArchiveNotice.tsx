import { Archive, ArchiveRestore } from 'lucide-react';
import type { RestoreState } from '#cos/CosObject.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import styles from './ArchiveNotice.module.css';

export interface ArchiveNoticeProps {
  readonly restore: RestoreState | undefined;
  /** Why these keys may not; undefined when they may, or nobody knows. */
  readonly denied: string | undefined;
  /** Undefined where it cannot be asked for. */
  readonly onRestore: (() => void) | undefined;
}

/** Of an archived object: whether it can be read now, and the way there. */
export function ArchiveNotice({ restore, denied, onRestore }: ArchiveNoticeProps) {
  const { t, formats } = useLateText();
  const isReadable = restore?.isOngoing === false;
  return (
    <div className={styles.notice}>
      {isReadable ? <ArchiveRestore size={18} aria-hidden /> : <Archive size={18} aria-hidden />}
      <p>{words()}</p>
      {restore?.isOngoing !== true && (
        <Button size="small" disabled={!onRestore || denied !== undefined} title={denied} onClick={onRestore}>
          {t.restoreFromArchive}
        </Button>
      )}
    </div>
  );

  function words(): string {
    if (restore === undefined) return t.archivedNow;
    if (restore.isOngoing) return t.restoringNow;
    return restore.until === undefined ? t.restoredForNow : t.restoredUntil(formats.dateTime(restore.until));
  }
}
