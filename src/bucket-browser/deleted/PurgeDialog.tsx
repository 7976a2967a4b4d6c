import { displayName } from '#text/displayName.ts';
import { deletedObjects as en } from '#text/en/deletedObjects.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { deletedObjects as zh } from '#text/zh/deletedObjects.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import type { DeletedItem } from './DeletedItem.ts';

export interface PurgeDialogProps {
  readonly items: readonly DeletedItem[];
  readonly onPurge: () => void;
  readonly onClose: () => void;
}

/** Asks once before what the bucket has kept goes too. Focus starts on the safe button. */
export function PurgeDialog({ items, onPurge, onClose }: PurgeDialogProps) {
  const { t } = useText();
  const words = useTopic({ en, zh });
  const [first] = items;
  const isOne = items.length === 1 && first !== undefined;
  return (
    <Dialog
      role="alertdialog"
      title={
        isOne ? words.purgeTitleNamed(displayName(first.name).text || t.emptyName) : words.purgeTitle(items.length)
      }
      onClose={onClose}
      actions={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a destructive question starts on the safe answer */}
          <Button autoFocus onClick={onClose}>
            {t.cancel}
          </Button>
          <Button
            look="danger"
            onClick={() => {
              onClose();
              onPurge();
            }}
          >
            {words.purge}
          </Button>
        </>
      }
    >
      <p>{isOne ? words.purgeAdvice : words.purgeAdviceMany}</p>
      {items.some(({ type }) => type === 'folder') && <p>{words.purgeAdviceFolders}</p>}
    </Dialog>
  );
}
