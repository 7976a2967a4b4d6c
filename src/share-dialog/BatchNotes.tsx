import { MOST_NARROWED_KEYS } from '#links/fetchNarrowKeys.ts';
import type { CheckedLinks } from '#links/mintCheckedLinks.ts';
import { linkLists as en } from '#text/en/linkLists.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { linkLists as zh } from '#text/zh/linkLists.ts';
import { CheckNote } from './CheckNote.tsx';
import styles from './LinkNotes.module.css';
import { Note } from './Note.tsx';

/** What is true of many links, and what cannot be undone. */
export function BatchNotes({ links: { links, unsafe, limitedBy, narrowed, check } }: { readonly links: CheckedLinks }) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const isMany = links.length > MOST_NARROWED_KEYS;
  return (
    <ul className={styles.notes}>
      {check?.state === 'works' && <CheckNote works>{words.firstChecked}</CheckNote>}
      {check?.state === 'unchecked' && <CheckNote works={false}>{words.firstNotChecked}</CheckNote>}
      {unsafe.length > 0 && <Note>{words.leftOut(unsafe.length)}</Note>}
      {limitedBy === 'credentials' && <Note>{words.linksLimitedByKey}</Note>}
      {!narrowed && (
        <Note>{isMany ? words.tooManyToNarrow(formats.number(MOST_NARROWED_KEYS)) : words.linksNotNarrowed}</Note>
      )}
      <Note>{words.linksCannotRevoke}</Note>
    </ul>
  );
}
