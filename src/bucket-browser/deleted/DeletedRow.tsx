import { clsx } from 'clsx';
import { RotateCcw, Trash2 } from 'lucide-react';
import type { Prefix } from '#cos/objectKey.ts';
import { displayName } from '#text/displayName.ts';
import { deletedObjects as en } from '#text/en/deletedObjects.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { deletedObjects as zh } from '#text/zh/deletedObjects.ts';
import { FileIcon } from '#ui/FileIcon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ObjectName } from '#ui/ObjectName.tsx';
import fileRow from '../FileRow.module.css';
import { canComeBack, type DeletedItem } from './DeletedItem.ts';
import styles from './DeletedList.module.css';

export interface DeletedRowProps {
  readonly item: DeletedItem;
  /** 0-based place in the list. */
  readonly place: number;
  readonly count: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isSelected: boolean;
  readonly restoreDenied: string | undefined;
  readonly purgeDenied: string | undefined;
  readonly hrefFor: (prefix: Prefix) => string;
  readonly onOpen: (prefix: Prefix) => void;
  readonly onToggle: () => void;
  readonly onBringBack: () => void;
  readonly onPurge: () => void;
}

/** Something that was deleted: what it was, when it went, and the two things that can be done with it. */
export function DeletedRow({ item, place, count, top, isSelected, ...on }: DeletedRowProps) {
  const { t, formats } = useText();
  const words = useTopic({ en, zh });
  const shownName = displayName(item.name).text || t.emptyName;
  const deletion = item.type === 'object' ? item.deletion : undefined;
  const size = deletion?.before === undefined ? '' : formats.bytes(deletion.before.sizeBytes);
  const kept = deletion !== undefined && deletion.before === undefined ? words.nothingKept : size;
  const facts =
    deletion === undefined
      ? [words.deletedFolder]
      : [kept, words.deletedOn(formats.dateTime(deletion.deletedAt))].filter((fact) => fact !== '');
  return (
    <li
      className={clsx(fileRow.row, styles.row)}
      style={{ transform: `translateY(${top}px)` }}
      aria-label={words.deletedRow(shownName, facts.join(', '))}
      aria-setsize={count}
      aria-posinset={place + 1}
      data-selected={isSelected || undefined}
    >
      <label className={fileRow.check}>
        <input type="checkbox" aria-label={t.selectOne(shownName)} checked={isSelected} onChange={on.onToggle} />
      </label>
      <div className={clsx(fileRow.name, styles.ghost)}>
        <FileIcon name={item.name} isFolder={item.type === 'folder'} />
        <div className={fileRow.label}>
          {item.type === 'folder' ? (
            <a
              href={on.hrefFor(item.id)}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                on.onOpen(item.id);
              }}
            >
              <ObjectName name={item.name} keepWhole />
            </a>
          ) : (
            <ObjectName name={item.name} />
          )}
          <span className={styles.facts}>{facts.join(' · ')}</span>
        </div>
      </div>
      <div className={styles.buttons}>
        <IconButton
          size="small"
          label={words.restoreDeleted(shownName)}
          icon={<RotateCcw size={16} />}
          {...off(on.restoreDenied ?? (canComeBack(item) ? undefined : words.nothingKept))}
          onClick={on.onBringBack}
        />
        <IconButton
          size="small"
          label={words.purgeOne(shownName)}
          icon={<Trash2 size={16} />}
          {...off(on.purgeDenied)}
          onClick={on.onPurge}
        />
      </div>
    </li>
  );
}

function off(reason: string | undefined) {
  return reason === undefined ? {} : { hint: reason, disabled: true };
}
