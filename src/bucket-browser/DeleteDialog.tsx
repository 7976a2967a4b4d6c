import { useEffect, useState } from 'react';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { displayName } from '#text/displayName.ts';
import { deleting as en } from '#text/en/deleting.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import { deleting as zh } from '#text/zh/deleting.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import styles from './DeleteDialog.module.css';

export interface DeleteDialogProps {
  readonly entries: readonly ListingEntry[];
  /** Every key below a prefix, page by page. */
  readonly keysUnder: (prefix: Prefix, signal: AbortSignal) => AsyncIterable<readonly ObjectKey[]>;
  /** `versions`: the bucket keeps them, so that a deletion can be taken back. */
  readonly fate: 'trash' | 'versions' | 'final';
  /** `forGood`: past the trash. */
  readonly onDelete: (forGood: boolean) => void;
  readonly onClose: () => void;
}

interface Count {
  readonly objects: number;
  readonly isTotal: boolean;
  readonly failure?: Failure;
}

const NAMES_SHOWN = 8;

/** Says exactly what will go, folders counted to the last object, and asks once. Focus starts on the safe button. */
export function DeleteDialog({ entries, keysUnder, fate, onDelete, onClose }: DeleteDialogProps) {
  const { t } = useText();
  const words = useTopic({ en, zh });
  const hasFolders = entries.some((entry) => entry.type === 'folder');
  const [forGood, setForGood] = useState(false);
  const [count, setCount] = useState<Count>({ objects: hasFolders ? 0 : entries.length, isTotal: !hasFolders });

  useEffect(() => {
    const controller = new AbortController();
    let objects = 0;
    async function countAll(): Promise<void> {
      for (const entry of entries) {
        if (entry.type === 'object') objects += 1;
        else
          for await (const page of keysUnder(entry.prefix, controller.signal)) {
            objects += page.length;
            setCount({ objects, isTotal: false });
          }
      }
      setCount({ objects, isTotal: true });
    }
    countAll().catch((error: unknown) => {
      if (!isAbortError(error)) setCount({ objects, isTotal: false, failure: toFailure(error) });
    });
    return () => controller.abort();
    // The dialog is mounted for one question; what it asks about does not change under it.
    // oxlint-disable-next-line react/exhaustive-deps -- mounted once per question: a new one is a new component
  }, []);

  const isToTrash = fate === 'trash' && !forGood;
  const kept = fate === 'versions';
  const counted = hasFolders ? `${words.deleteCounted(count.objects)} ` : '';
  const [first] = entries;
  const title =
    entries.length === 1 && first !== undefined
      ? words.deleteTitleNamed(displayName(first.name).text || t.emptyName)
      : words.deleteTitle(entries.length);

  return (
    <ConfirmDialog
      title={title}
      action={isToTrash ? words.moveToTrash : t.delete}
      look={isToTrash ? 'primary' : 'danger'}
      isUnready={!count.isTotal}
      onConfirm={() => {
        onClose();
        onDelete(forGood);
      }}
      onClose={onClose}
    >
      {entries.length > 1 && (
        <ul className={styles.names}>
          {entries.slice(0, NAMES_SHOWN).map((entry) => (
            <li key={entry.type === 'folder' ? entry.prefix : entry.key}>
              <ObjectName name={entry.name} />
            </li>
          ))}
          {entries.length > NAMES_SHOWN && <li>{words.andMore(entries.length - NAMES_SHOWN)}</li>}
        </ul>
      )}
      {count.failure !== undefined && <FailureNotice failure={count.failure} />}
      {count.failure === undefined && !count.isTotal && <p>{words.deleteCounting(count.objects)}</p>}
      {count.isTotal && (
        <p className={styles.advice}>
          {isToTrash
            ? words.deleteToTrash(count.objects)
            : `${counted}${kept ? words.deleteKeepsVersions : words.deleteAdvice}`}
        </p>
      )}
      {fate === 'trash' && (
        <label className={styles.forGood}>
          <input type="checkbox" checked={forGood} onChange={(event) => setForGood(event.target.checked)} />
          {words.deleteForGood}
        </label>
      )}
    </ConfirmDialog>
  );
}
