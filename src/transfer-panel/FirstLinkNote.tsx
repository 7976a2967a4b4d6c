import { Link, X } from 'lucide-react';
import { useStore, type StoreApi } from 'zustand';
import { displayName } from '#text/displayName.ts';
import { useLateText } from '#text/useLateText.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import type { TransferId } from '#transfers/TransferState.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './FirstLinkNote.module.css';

export interface FirstLinkNoteProps {
  readonly store: StoreApi<TransferStoreState>;
  readonly hint: { readonly isWanted: StoreApi<boolean>; readonly done: () => void };
  readonly onShare: (id: TransferId) => void;
}

/** Once, when the first uploads are done: what most people want next, and the button for it. */
export function FirstLinkNote({ store, hint, onShare }: FirstLinkNoteProps) {
  const { t } = useLateText();
  const isWanted = useStore(hint.isWanted);
  const id = useStore(store, ({ totals }) => (isWanted && isAtRest(totals) ? lastUpload(store.getState()) : undefined));
  const transfer = id === undefined ? undefined : store.getState().byId.get(id);
  if (transfer === undefined) return null;
  /** The note goes, and the keyboard stays in the dock: also for the dialog that gives it back. */
  function leave(button: HTMLElement): void {
    button.closest('section')?.querySelector<HTMLElement>('button[aria-expanded]')?.focus();
    hint.done();
  }
  return (
    <div className={styles.note}>
      <p className={styles.words}>{t.firstLink(displayName(transfer.name).text || t.emptyName)}</p>
      <Button
        size="small"
        look="primary"
        icon={<Link size={14} />}
        onClick={({ currentTarget }) => {
          leave(currentTarget);
          onShare(transfer.id);
        }}
      >
        {t.firstLinkMake}
      </Button>
      <IconButton
        size="small"
        label={t.firstLinkHide}
        icon={<X size={16} />}
        onClick={({ currentTarget }) => leave(currentTarget)}
      />
    </div>
  );
}

/** Not while anything runs: who watches a bar is not told something else. */
function isAtRest({ counts }: TransferStoreState['totals']): boolean {
  return counts.completed > 0 && counts.queued + counts.running + counts.waiting + counts.failed + counts.paused === 0;
}

function lastUpload({ ids, byId }: TransferStoreState): TransferId | undefined {
  return ids.findLast((id) => {
    const transfer = byId.get(id);
    return transfer?.direction === 'upload' && transfer.state.status === 'completed';
  });
}
