import { useId, useRef, useState, type FormEvent } from 'react';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { displayName } from '#text/displayName.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { splitExtension } from '#ui/splitExtension.ts';
import { folderNameProblem, type FolderNameProblem } from './folderNameProblem.ts';
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
  const id = useId();
  const [name, setName] = useState(entry.name);
  const [problem, setProblem] = useState<FolderNameProblem | 'nameSame'>();
  const words = {
    folderNameEmpty: t.folderNameEmpty,
    folderNameSlash: t.folderNameSlash,
    folderNameDots: t.folderNameDots,
    folderNameTaken: t.folderNameTaken,
    nameSame: t.nameSame,
  };
  const hasChosen = useRef(false);
  const stem = entry.type === 'folder' ? entry.name : (splitExtension(entry.name)[0] ?? entry.name);

  function rename(): void {
    const found = name === entry.name ? 'nameSame' : folderNameProblem(name, isTaken);
    setProblem(found);
    if (found !== undefined) return;
    onRename(name.normalize('NFC'));
    onClose();
  }

  return (
    <Dialog title={t.renameTitle(displayName(entry.name).text || t.emptyName)} onClose={onClose}>
      <form
        className={styles.field}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          rename();
        }}
      >
        <label htmlFor={id}>{t.newName}</label>
        <input
          id={id}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only field of a dialog the person just opened
          autoFocus
          autoComplete="off"
          value={name}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-problem`}
          onFocus={(event) => {
            // Only at the start: who comes back later has put the cursor somewhere.
            if (!hasChosen.current) event.target.setSelectionRange(0, stem.length);
            hasChosen.current = true;
          }}
          onChange={(event) => {
            setName(event.target.value);
            setProblem(undefined);
          }}
        />
        <p id={`${id}-problem`} className={styles.problem}>
          {problem !== undefined && words[problem]}
        </p>
        <Button look="primary" type="submit">
          {t.rename}
        </Button>
      </form>
    </Dialog>
  );
}
