import { Copy, Save } from 'lucide-react';
import { useRef, useState } from 'react';
import { safeFileName } from '#files/safeFileName.ts';
import { saveBlob } from '#files/saveBlob.ts';
import type { CheckedLinks } from '#links/mintCheckedLinks.ts';
import { writeLinkList, type LinkListFormat } from '#links/writeLinkList.ts';
import { linkLists as en } from '#text/en/linkLists.ts';
import { sharing as enSharing } from '#text/en/sharing.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { linkLists as zh } from '#text/zh/linkLists.ts';
import { sharing as zhSharing } from '#text/zh/sharing.ts';
import { Button } from '#ui/Button.tsx';
import { ChoicePills } from '#ui/ChoicePills.tsx';
import { copyText } from '#ui/copyText.ts';
import { useAnnounce } from '#ui/useAnnounce.ts';
import { useCountdown } from '#ui/useCountdown.ts';
import { BatchNotes } from './BatchNotes.tsx';
import styles from './ShareDialog.module.css';

const EXTENSION: Readonly<Record<LinkListFormat, string>> = {
  text: 'txt',
  csv: 'csv',
  json: 'json',
  markdown: 'md',
  aria2: 'aria2.txt',
};

export interface LinkListResultProps {
  readonly place: string;
  readonly prefix: string;
  readonly links: CheckedLinks;
  readonly now: () => number;
  /** They left the page, for the first time. */
  readonly onHandedOut: () => void;
}

/** How many there are, when they end, and the list of them in the form another program reads. */
export function LinkListResult({ place, prefix, links: minted, now, onHandedOut }: LinkListResultProps) {
  const { t, formats } = useText();
  const words = useTopic({ en, zh });
  const sharing = useTopic({ en: enSharing, zh: zhSharing });
  const announce = useAnnounce();
  const [format, setFormat] = useState<LinkListFormat>('text');
  const [said, setSaid] = useState('');
  const wasHandedOut = useRef(false);
  const { links, expiresAt } = minted;
  const secondsLeft = useCountdown(expiresAt.getTime(), now);
  if (links.length === 0) return <p>{words.noObjects}</p>;
  if (secondsLeft === 0) return <p>{words.linksEnded}</p>;

  const written = () =>
    writeLinkList(format, {
      links,
      prefix,
      expiresAt,
      columns: [words.columnName, words.columnEnds, words.columnLink],
    });
  function tell(sentence: string, worked: boolean): void {
    setSaid(sentence);
    announce(sentence);
    if (!worked || wasHandedOut.current) return;
    wasHandedOut.current = true;
    onHandedOut();
  }
  async function copy(): Promise<void> {
    const worked = await copyText((await written()).join(''));
    tell(worked ? words.listCopied(links.length) : t.copyFailed, worked);
  }
  async function save(): Promise<void> {
    const day = new Date(now()).toISOString().slice(0, 10);
    saveBlob(new Blob([...(await written())]), safeFileName(`${place} ${day}.${EXTENSION[format]}`));
    tell(words.listSaved(links.length), true);
  }

  const choices: readonly (readonly [LinkListFormat, string])[] = [
    ['text', words.listText],
    ['csv', 'CSV'],
    ['json', 'JSON'],
    ['markdown', 'Markdown'],
    ['aria2', 'aria2'],
  ];
  return (
    <>
      <p className={styles.end}>
        <strong>{words.linksReady(links.length)}</strong> {words.linksExpire(formats.exactTime(expiresAt))}{' '}
        <span className={styles.left}>({sharing.endsIn(formats.duration(secondsLeft))})</span>
      </p>
      <ChoicePills legend={words.listFormat} value={format} choices={choices} onChoose={setFormat} />
      <div className={styles.buttons}>
        <Button look="primary" icon={<Save size={16} />} onClick={() => void save()}>
          {words.saveList}
        </Button>
        <Button icon={<Copy size={16} />} onClick={() => void copy()}>
          {words.copyList}
        </Button>
        <span className={styles.said} aria-hidden>
          {said}
        </span>
      </div>
      <BatchNotes links={minted} />
    </>
  );
}
