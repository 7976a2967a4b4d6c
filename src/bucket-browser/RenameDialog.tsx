import { useState, type FormEvent } from 'react';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { displayName } from '#text/displayName.ts';
import { moving as en } from '#text/en/moving.ts';
import { useTopic } from '#text/useTopic.ts';
import { useText } from '#text/useText.ts';
import { moving as zh } from '#text/zh/moving.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { splitExtension } from '#ui/splitExtension.ts';
import { folderNameProblem, type FolderNameProblem } from './folderNameProblem.ts';
import { NameField } from './NameField.tsx';
import styles from './NewFolderDialog.module.css';

export interface RenameDialogProps {
  readonly entry: ListingEntry;
  /** Whether a name is taken, as far as the list knows. */
  readonly isTaken: (name: string) => boolean;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a new name, with the part before the extension chosen, and says what is wrong with it. */
export function RenameDialog({ entry, isTaken, onRename, onClose }: RenameDialogProps) {
  const { t } = useText();
  const words = useTopic({ en, zh });
  const [name, setName] = useState(entry.name);
  const [problem, setProblem] = useState<FolderNameProblem | 'nameSame'>();
  const problems = {
    folderNameEmpty: t.folderNameEmpty,
    folderNameSlash: t.folderNameSlash,
    folderNameDots: t.folderNameDots,
    folderNameTaken: t.folderNameTaken,
    nameSame: words.nameSame,
  };
  const stem = entry.type === 'folder' ? entry.name : (splitExtension(entry.name)[0] ?? entry.name);

  function rename(): void {
    const found = name === entry.name ? 'nameSame' : folderNameProblem(name, isTaken);
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
          problem={problem && problems[problem]}
          chosenLength={stem.length}
        />
        <Button look="primary" type="submit">
          {t.rename}
        </Button>
      </form>
    </Dialog>
  );
}
