import { useEffect, useState } from 'react';
import { displayName } from '#text/displayName.ts';
import { useLateText } from '#text/useLateText.ts';
import type { UnfinishedUploads } from '#transfers/createUnfinishedUploads.ts';
import type { UnfinishedUpload } from '#transfers/UnfinishedUpload.ts';
import { Button } from '#ui/Button.tsx';
import { FailureDetails } from '#ui/FailureDetails.tsx';
import { FileIcon } from '#ui/FileIcon.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import { chooseAgain } from './chooseAgain.ts';
import styles from './UnfinishedList.module.css';
import { unfinishedFacts } from './unfinishedFacts.ts';

export interface UnfinishedRowProps {
  readonly upload: UnfinishedUpload;
  readonly unfinished: UnfinishedUploads;
}

/** One unfinished upload: how far it came, and the button that goes on with it or removes it. */
export function UnfinishedRow({ upload, unfinished }: UnfinishedRowProps) {
  const text = useLateText();
  const { t } = text;
  const [nowMs] = useState(Date.now);
  const { uploadId, source, hasHandle, isLeaving, failure } = upload;
  const name = displayName(upload.name).text || t.emptyName;
  const { status, facts } = unfinishedFacts(upload, nowMs, text);
  useEffect(() => void unfinished.measure(uploadId), [unfinished, uploadId]);

  async function choose(): Promise<void> {
    unfinished.choose(uploadId, await chooseAgain('files'));
  }

  return (
    <li className={styles.row} aria-label={`${name}, ${status}`}>
      <FileIcon name={upload.name} />
      <div className={styles.main}>
        <ObjectName name={upload.name} />
        <div className={styles.status}>{[status, ...facts].join(' · ')}</div>
      </div>
      <div className={styles.buttons}>
        {source === 'journal' && hasHandle && (
          <Button
            look="primary"
            size="small"
            aria-label={t.resumeOne(name)}
            disabled={isLeaving}
            onClick={() => void unfinished.resume(uploadId)}
          >
            {t.resume}
          </Button>
        )}
        {source === 'journal' && (
          <Button size="small" aria-label={t.chooseAgainOne(name)} disabled={isLeaving} onClick={() => void choose()}>
            {t.chooseAgain}
          </Button>
        )}
        <Button
          look="quiet"
          size="small"
          aria-label={t.discardOne(name)}
          disabled={isLeaving}
          onClick={() => void unfinished.discard(uploadId)}
        >
          {t.discard}
        </Button>
      </div>
      {failure !== undefined && (
        <div className={styles.failure}>
          <p>
            {text.failure(failure).title}. {text.failure(failure).advice}
          </p>
          <FailureDetails failure={failure} />
        </div>
      )}
    </li>
  );
}
