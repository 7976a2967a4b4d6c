import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import { displayName } from '#text/displayName.ts';
import { useLateText } from '#text/useLateText.ts';
import type { MovedRecord } from '#transfers/MovedRecord.ts';
import { Details } from '#ui/Details.tsx';
import { FileIcon } from '#ui/FileIcon.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import { historyDetails, historyFacts } from './historyFacts.ts';
import styles from './HistoryDialog.module.css';

export interface HistoryRowProps {
  readonly record: MovedRecord;
  /** 0-based place, and of how many: only some rows are in the page. */
  readonly index: number;
  readonly count: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Tells the list how high the row became. */
  readonly measure: (element: HTMLElement | null) => void;
}

/** Something that was moved. */
export function HistoryRow({ record, index, count, top, measure }: HistoryRowProps) {
  const text = useLateText();
  const name = displayName(record.name).text || text.t.emptyName;
  const facts = historyFacts(record, text);
  const Arrow = record.direction === 'upload' ? ArrowUp : ArrowDown;
  return (
    <li
      ref={measure}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      data-index={index}
      aria-label={`${name}, ${facts.join(', ')}`}
      aria-posinset={index + 1}
      aria-setsize={count}
    >
      <FileIcon name={record.name} />
      <div className={styles.main}>
        <ObjectName name={record.name} />
        <div className={styles.facts}>
          <Arrow size={13} aria-hidden />
          <span>{facts.join(' · ')}</span>
          {record.verified && <Check size={13} aria-hidden className={styles.verified} />}
        </div>
      </div>
      <Details facts={historyDetails(record, text)} label={text.t.detailsOf(name)} />
    </li>
  );
}
