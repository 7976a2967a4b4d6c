import { displayName } from '#text/displayName.ts';
import { deletedObjects as en } from '#text/en/deletedObjects.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { deletedObjects as zh } from '#text/zh/deletedObjects.ts';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
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
    <ConfirmDialog
      title={
        isOne ? words.purgeTitleNamed(displayName(first.name).text || t.emptyName) : words.purgeTitle(items.length)
      }
      action={words.purge}
      onConfirm={() => {
        onClose();
        onPurge();
      }}
      onClose={onClose}
    >
      <p>{isOne ? words.purgeAdvice : words.purgeAdviceMany}</p>
      {items.some(({ type }) => type === 'folder') && <p>{words.purgeAdviceFolders}</p>}
    </ConfirmDialog>
  );
}
