import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { displayName } from '#text/displayName.ts';
import { useLateText } from '#text/useLateText.ts';
import type { UnfinishedDownload, UnfinishedDownloads } from '#transfers/createUnfinishedDownloads.ts';
import { Button } from '#ui/Button.tsx';
import { FileIcon } from '#ui/FileIcon.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import styles from './UnfinishedList.module.css';

/** Downloads whose page was closed before they were saved. Their bytes wait in this browser for a week. */
export function UnfinishedDownloadList({ unfinished }: { readonly unfinished: UnfinishedDownloads }) {
  const { t, formats } = useLateText();
  const headingId = useId();
  const downloads = useStore(unfinished.store);
  const bytes = downloads.reduce((sum, { keptBytes }) => sum + keptBytes, 0);
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.head}>
        <div className={styles.heading}>
          <h2 id={headingId} className={styles.title}>
            {t.unfinishedDownloads}
          </h2>
          <span className={styles.status}>{t.keptOnDisk(formats.bytes(bytes))}</span>
        </div>
      </div>
      <ul className={styles.list} aria-labelledby={headingId}>
        {downloads.map((download) => (
          <UnfinishedDownloadRow key={download.stagedAs} {...{ download, unfinished }} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly download: UnfinishedDownload;
  readonly unfinished: UnfinishedDownloads;
}

function UnfinishedDownloadRow({ download, unfinished }: RowProps) {
  const { t, formats } = useLateText();
  const [nowMs] = useState(Date.now);
  const { stagedAs, startedAt, sizeBytes, keptBytes } = download;
  const name = displayName(download.name).text || t.emptyName;
  const facts = [
    t.unfinishedHere,
    t.progressOf(formats.bytes(keptBytes), formats.bytes(sizeBytes)),
    t.startedAgo(formats.duration(Math.max(1, (nowMs - startedAt.getTime()) / 1000))),
  ];
  return (
    <li className={styles.row} aria-label={`${name}, ${t.unfinishedHere}`}>
      <FileIcon name={download.name} />
      <div className={styles.main}>
        <ObjectName name={download.name} />
        <div className={styles.status}>{facts.join(' · ')}</div>
      </div>
      <div className={styles.buttons}>
        <Button
          look="primary"
          size="small"
          aria-label={t.resumeOne(name)}
          onClick={() => void unfinished.resume(stagedAs)}
        >
          {t.resume}
        </Button>
        <Button
          look="quiet"
          size="small"
          aria-label={t.discardOne(name)}
          onClick={() => void unfinished.discard(stagedAs)}
        >
          {t.discard}
        </Button>
      </div>
    </li>
  );
}
