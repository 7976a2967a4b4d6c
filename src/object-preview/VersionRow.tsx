import { Download, Eye, History, RotateCcw, Trash2 } from 'lucide-react';
import type { ObjectVersion } from '#cos/CosObject.ts';
import { MOST_COPIED_BYTES } from '#operations/makeVersionCurrent.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import type { DeniedChanges } from './DeniedChanges.ts';
import type { ReadableVersion } from './VersionActions.ts';
import styles from './VersionsView.module.css';

export interface VersionRowProps {
  readonly version: ObjectVersion;
  readonly denied: DeniedChanges;
  readonly onView: (version: ReadableVersion) => void;
  readonly onDownload: (version: ReadableVersion) => void;
  readonly onMakeCurrent: (version: ReadableVersion) => void;
  readonly onDelete: (version: ObjectVersion) => void;
}

/** One state: when it was written, how large it was, what can be done with it. */
export function VersionRow({ version, denied, ...on }: VersionRowProps) {
  const { t, formats } = useLateText();
  const time = formats.exactTime(version.lastModified);
  const isTooLarge = !version.isDeleteMarker && version.sizeBytes > MOST_COPIED_BYTES;
  const whyNotCurrent = denied.copy ?? (isTooLarge ? t.versionTooLarge : undefined);
  return (
    <li className={styles.row}>
      {version.isDeleteMarker ? <Trash2 size={18} aria-hidden /> : <History size={18} aria-hidden />}
      <div className={styles.facts}>
        <span>{formats.dateTime(version.lastModified)}</span>
        <span className={styles.small}>
          {version.isDeleteMarker ? t.deleteMarker : formats.bytes(version.sizeBytes)}
          {version.isLatest && <span className={styles.badge}>{t.latestVersion}</span>}
        </span>
      </div>
      <div className={styles.buttons}>
        {!version.isDeleteMarker && (
          <>
            {!version.isLatest && (
              <Button
                size="small"
                icon={<RotateCcw size={14} />}
                aria-label={t.makeCurrent(time)}
                disabled={whyNotCurrent !== undefined}
                title={whyNotCurrent}
                onClick={() => on.onMakeCurrent(version)}
              >
                {t.makeCurrentShort}
              </Button>
            )}
            <IconButton
              size="small"
              label={t.viewVersion(time)}
              icon={<Eye size={16} />}
              hint={denied.download}
              disabled={denied.download !== undefined}
              onClick={() => on.onView(version)}
            />
            <IconButton
              size="small"
              label={t.downloadVersion(time)}
              icon={<Download size={16} />}
              hint={denied.share}
              disabled={denied.share !== undefined}
              onClick={() => on.onDownload(version)}
            />
          </>
        )}
        <IconButton
          size="small"
          label={version.isDeleteMarker ? t.removeMarker(time) : t.deleteVersion(time)}
          icon={<Trash2 size={16} />}
          hint={denied.delete}
          disabled={denied.delete !== undefined}
          onClick={() => on.onDelete(version)}
        />
      </div>
    </li>
  );
}
