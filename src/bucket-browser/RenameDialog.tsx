import { useState, type FormEvent } from 'react';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { displayName } from '#text/displayName.ts';
import { moving as en } from '#text/en/moving.ts';
import { useTopic } from '#text/useTopic.ts';
import { useLateText } from '#text/useLateText.ts';
import { moving as zh } from '#text/zh/moving.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { NameField } from './NameField.tsx';
import styles from './NewFolderDialog.module.css';
import { renameProblem, stemLength } from './renameProblem.ts';

export interface RenameDialogProps {
  readonly entry: ListingEntry;
  /** Whether a name is taken, as far as the list knows. */
  readonly isTaken: (name: string) => boolean;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a new name, with the part before the extension chosen, and says what is wrong with it. */
export function RenameDialog({ entry, isTaken, onRename, onClose }: RenameDialogProps) {
  const { t } = useLateText();
  const words = useTopic({ en, zh });
  const [name, setName] = useState(entry.name);
  const [problem, setProblem] = useState<string>();

  function rename(): void {
    const found = renameProblem(entry, name, { t, nameSame: words.nameSame, isTaken });
    setProblem(found);
    if (found !== undefined) return;
    onRename(name.normalize('NFC'));
    onClose();
  }

  return (
    <Dialog title={words.renameTitle(displayName(entry.name).text || t.emptyName)} onClose={onClose}>
      <form
        className={styles.field}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          rename();
        }}
      >
        <NameField
          label={words.newName}
          value={name}
          onChange={(next) => {
            setName(next);
            setProblem(undefined);
          }}
          problem={problem}
          chosenLength={stemLength(entry)}
        />
        <Button look="primary" type="submit">
          {t.rename}
        </Button>
      </form>
    </Dialog>
  );
}
