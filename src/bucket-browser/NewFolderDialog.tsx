import { useState, type FormEvent } from 'react';
import { isAbortError, toFailure, type Failure } from '#lib/Failure.ts';
import { useLateText } from '#text/useLateText.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { folderNameProblem, type FolderNameProblem } from './folderNameProblem.ts';
import { NameField } from './NameField.tsx';
import styles from './NewFolderDialog.module.css';

export interface NewFolderDialogProps {
  /** Names that are taken, as far as the list knows. */
  readonly isTaken: (name: string) => boolean;
  readonly onCreate: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for a name, says what is wrong with it, and creates the folder. */
export function NewFolderDialog({ isTaken, onCreate, onClose }: NewFolderDialogProps) {
  const { t } = useLateText();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<FolderNameProblem>();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setIsBusy] = useState(false);
  const words: Record<FolderNameProblem, string> = {
    folderNameEmpty: t.folderNameEmpty,
    folderNameSlash: t.folderNameSlash,
    folderNameDots: t.folderNameDots,
    folderNameTaken: t.folderNameTaken,
  };

  async function create(): Promise<void> {
    const found = folderNameProblem(name, isTaken);
    setProblem(found);
    if (found !== undefined) return;
    setIsBusy(true);
    try {
      // As uploads do: letters composed the way other systems expect them.
      await onCreate(name.normalize('NFC'));
      onClose();
    } catch (error) {
      if (!isAbortError(error)) setFailure(toFailure(error));
      setIsBusy(false);
    }
  }

  return (
    <Dialog title={t.newFolder} onClose={onClose}>
      <form
        className={styles.field}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void create();
        }}
      >
        <NameField
          label={t.folderName}
          value={name}
          onChange={(next) => {
            setName(next);
            setProblem(undefined);
          }}
          problem={problem && words[problem]}
        />
        {failure !== undefined && <FailureNotice failure={failure} />}
        <Button look="primary" type="submit" disabled={isBusy}>
          {t.create}
        </Button>
      </form>
    </Dialog>
  );
}
