import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { createRemembered } from '#lib/createRemembered.ts';
import { useLateText } from '#text/useLateText.ts';
import type { UnfinishedUploads } from '#transfers/createUnfinishedUploads.ts';
import { isOlderThan } from '#transfers/isOlderThan.ts';
import { Button } from '#ui/Button.tsx';
import { chooseAgain } from './chooseAgain.ts';
import { AGE_CHOICES, discardAge } from './discardAge.ts';
import styles from './UnfinishedList.module.css';
import { UnfinishedRow } from './UnfinishedRow.tsx';

/** More than anyone reads; what is old goes with one click. */
const MOST_ROWS = 50;

/** What earlier visits, other programs or other people began and did not finish. It costs storage until it is gone. */
export function UnfinishedList({ unfinished }: { readonly unfinished: UnfinishedUploads }) {
  const { t, formats } = useLateText();
  const headingId = useId();
  const uploads = useStore(unfinished.store);
  const [nowMs] = useState(Date.now);
  const [remembered] = useState(() => createRemembered('beeline.unfinishedDays'));
  const [days, setDays] = useState(() => discardAge(remembered.read()));
  const [hasNoMatch, setHasNoMatch] = useState(false);
  const hidden = uploads.length - MOST_ROWS;
  const oldCount = uploads.filter((upload) => isOlderThan(upload, days, nowMs)).length;
  const openable = uploads.filter(({ hasHandle }) => hasHandle).length;
  const mine = uploads.filter(({ source }) => source === 'journal').length;
  const bytes = formats.bytes(uploads.reduce((sum, { sentBytes = 0 }) => sum + sentBytes, 0));
  const isWhole = uploads.every(({ sentBytes }) => sentBytes !== undefined);

  function changeAge(next: number): void {
    setDays(next);
    remembered.write(String(next));
  }

  async function chooseFolder(): Promise<void> {
    const chosen = await chooseAgain('folder');
    setHasNoMatch(chosen.length > 0 && unfinished.choose(undefined, chosen) === 0);
  }

  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.head}>
        <div className={styles.heading}>
          <h2 id={headingId} className={styles.title}>
            {t.unfinishedUploads}
          </h2>
          <span className={styles.status}>{isWhole ? t.unfinishedTotal(bytes) : t.unfinishedTotalAtLeast(bytes)}</span>
        </div>
        <div className={styles.tools}>
          {openable > 1 && (
            <Button look="primary" size="small" onClick={() => void unfinished.resumeAll()}>
              {t.resumeMany(openable)}
            </Button>
          )}
          {mine > 1 && (
            <Button size="small" onClick={() => void chooseFolder()}>
              {t.chooseFolderAgain}
            </Button>
          )}
          <select
            className={styles.age}
            aria-label={t.olderThan}
            value={days}
            onChange={(event) => changeAge(Number(event.target.value))}
          >
            {AGE_CHOICES.map((choice) => (
              <option key={choice} value={choice}>
                {t.olderThanDays(choice)}
              </option>
            ))}
          </select>
          <Button
            look="quiet"
            size="small"
            aria-disabled={oldCount === 0}
            title={oldCount === 0 ? t.discardNone : undefined}
            onClick={() => void unfinished.discardOlderThan(days)}
          >
            {t.discardOlder(days)}
            {oldCount > 0 && ` (${formats.number(oldCount)})`}
          </Button>
        </div>
      </div>
      {mine > 0 && <p className={styles.more}>{hasNoMatch ? t.noneWasChosen : t.unfinishedAdvice}</p>}
      <ul className={styles.list} aria-labelledby={headingId}>
        {uploads.slice(0, MOST_ROWS).map((upload) => (
          <UnfinishedRow key={upload.uploadId} upload={upload} unfinished={unfinished} />
        ))}
      </ul>
      {hidden > 0 && <p className={styles.more}>{t.moreUnfinished(hidden)}</p>}
    </section>
  );
}
