import { useId } from 'react';
import { useStore } from 'zustand';
import { useText } from '#text/useText.ts';
import type { UnfinishedUploads } from '#transfers/createUnfinishedUploads.ts';
import { Button } from '#ui/Button.tsx';
import styles from './UnfinishedList.module.css';
import { UnfinishedRow } from './UnfinishedRow.tsx';

/** More than anyone reads; what is older than a week goes with one click. */
const MOST_ROWS = 50;
const OLD_DAYS = 7;

/** What earlier visits, other programs or other people began and did not finish. It costs storage until it is gone. */
export function UnfinishedList({ unfinished }: { readonly unfinished: UnfinishedUploads }) {
  const { t, formats } = useText();
  const headingId = useId();
  const uploads = useStore(unfinished.store);
  const hidden = uploads.length - MOST_ROWS;
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 id={headingId} className={styles.title}>
          {t.unfinishedUploads}
        </h2>
        <Button look="quiet" size="small" onClick={() => void unfinished.discardOlderThan(OLD_DAYS)}>
          {t.discardOlder(formats.number(OLD_DAYS))}
        </Button>
      </div>
      <ul className={styles.list} aria-labelledby={headingId}>
        {uploads.slice(0, MOST_ROWS).map((upload) => (
          <UnfinishedRow key={upload.uploadId} upload={upload} unfinished={unfinished} />
        ))}
      </ul>
      {hidden > 0 && <p className={styles.more}>{t.moreUnfinished(hidden)}</p>}
    </section>
  );
}
