import { useMemo, useState } from 'react';
import { displayName } from '#text/displayName.ts';
import { sharePage as en } from '#text/en/sharePage.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { sharePage as zh } from '#text/zh/sharePage.ts';
import { Button } from '#ui/Button.tsx';
import { SharedFolderList } from './SharedFolderList.tsx';
import { sharedFolders, shownFolders } from './sharedFolders.ts';
import { ShareHead } from './ShareHead.tsx';
import styles from './SharePage.module.css';
import type { SharePageProps } from './SharePageProps.ts';

/** As many rows as a page draws without a pause. */
const ROWS_AT_FIRST = 300;
const ROWS_MORE = 700;
/** From so many on it is quicker to type than to look. */
const SEARCH_FROM = 20;

/** What was shared: which files, how large, until when, and how to have them. */
export function SharePage(props: SharePageProps) {
  const { share, end, onDownload, onPreview } = props;
  const words = useTopic({ en, zh });
  const [most, setMost] = useState(ROWS_AT_FIRST);
  const [query, setQuery] = useState('');
  const { language } = useText();
  const folders = useMemo(() => sharedFolders(share.objects, share.terms.prefix, language), [share, language]);
  const shown = useMemo(() => shownFolders(folders, query, most), [folders, query, most]);
  return (
    <div className={styles.page}>
      <ShareHead {...props} title={displayName(share.terms.title).text || words.untitled} />
      {share.objects.length >= SEARCH_FROM && (
        <input
          type="search"
          className={styles.search}
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <SharedFolderList folders={shown.folders} isOver={end !== undefined} {...{ onDownload, onPreview }} />
      {shown.folders.length === 0 && <p className={styles.none}>{words.noneFound}</p>}
      {shown.hiddenCount > 0 && (
        <Button className={styles.more} onClick={() => setMost(most + ROWS_MORE)}>
          {words.showMore(Math.min(ROWS_MORE, shown.hiddenCount))}
        </Button>
      )}
      <p className={styles.note}>{words.straight}</p>
      <p className={styles.note}>{words.verified}</p>
    </div>
  );
}
