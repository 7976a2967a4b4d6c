import { Archive, Download, FolderDown } from 'lucide-react';
import { useText } from '#text/useText.ts';
import { sharePage as en } from '#text/en/sharePage.ts';
import { useTopic } from '#text/useTopic.ts';
import { sharePage as zh } from '#text/zh/sharePage.ts';
import { Button } from '#ui/Button.tsx';
import { ShareLife } from './ShareLife.tsx';
import styles from './ShareHead.module.css';
import type { SharePageProps } from './SharePageProps.ts';

export interface ShareHeadProps extends Pick<
  SharePageProps,
  'share' | 'end' | 'now' | 'canPickFolder' | 'onDownload' | 'onDownloadAll'
> {
  /** As it is shown. */
  readonly title: string;
}

/** What it is called, how much it is, how long it can be had, and all of it with one click. */
export function ShareHead({ share, title, end, now, canPickFolder, onDownloadAll }: ShareHeadProps) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const { objects, terms } = share;
  const sizeBytes = objects.reduce((sum, object) => sum + object.sizeBytes, 0);
  const off = end === undefined ? {} : { disabled: true, title: words.endedNow };
  return (
    <header className={styles.head}>
      <div className={styles.what}>
        <h1 className={styles.title}>
          <bdi>{title}</bdi>
        </h1>
        <p className={styles.facts}>
          {words.files(objects.length)} · {formats.bytes(sizeBytes)}
        </p>
        <ShareLife endsAt={terms.endSeconds * 1000} {...{ end, now }} />
      </div>
      <div className={styles.actions}>
        {objects.length === 1 ? (
          <Button look="primary" icon={<Download size={16} />} onClick={() => onDownloadAll('usual')} {...off}>
            {words.downloadAll}
          </Button>
        ) : (
          <>
            {canPickFolder && (
              <Button look="primary" icon={<FolderDown size={16} />} onClick={() => onDownloadAll('usual')} {...off}>
                {words.downloadAll}
              </Button>
            )}
            <Button
              look={canPickFolder ? 'secondary' : 'primary'}
              icon={<Archive size={16} />}
              onClick={() => onDownloadAll('zip')}
              {...off}
            >
              {words.downloadAllAsZip}
            </Button>
          </>
        )}
      </div>
    </header>
  );
}
