import { Trash2 } from 'lucide-react';
import { madeLinks as en } from '#text/en/madeLinks.ts';
import { useTopic } from '#text/useTopic.ts';
import { madeLinks as zh } from '#text/zh/madeLinks.ts';
import { Button } from '#ui/Button.tsx';
import styles from './MyLinksDialog.module.css';

export interface EndedListsNoteProps {
  readonly count: number;
  /** Why these keys may not delete. */
  readonly denied: string | undefined;
  readonly onRemove: () => void;
}

/** What ended share pages left behind, and the button that takes it away. */
export function EndedListsNote({ count, denied, onRemove }: EndedListsNoteProps) {
  const words = useTopic({ en, zh });
  return (
    <div className={styles.leftOver}>
      <p>{words.endedLists(count)}</p>
      <Button
        size="small"
        icon={<Trash2 size={14} />}
        aria-label={words.removeListsOf(count)}
        disabled={denied !== undefined}
        title={denied}
        onClick={onRemove}
      >
        {words.removeLists}
      </Button>
    </div>
  );
}
