import { useState } from 'react';
import { connections as en } from '#text/en/connections.ts';
import { useTopic } from '#text/useTopic.ts';
import { connections as zh } from '#text/zh/connections.ts';
import { Button } from '#ui/Button.tsx';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Problem } from '#ui/Problem.tsx';
import styles from './ForgetDialog.module.css';

export interface ForgetDialogProps {
  /** Something is being transferred. */
  readonly isBusy: boolean;
  /** Clears everything; rejects when something stayed. */
  readonly onForget: () => Promise<void>;
  /** Loads the page anew, without anything of before. */
  readonly onStartAgain: () => void;
  readonly onClose: () => void;
}

/** Says what this browser keeps, clears it, and stays in front of the page, which knows nothing any more. */
export function ForgetDialog({ isBusy, onForget, onStartAgain, onClose }: ForgetDialogProps) {
  const words = useTopic({ en, zh });
  const [stage, setStage] = useState<'asking' | 'working' | 'failed' | 'done'>('asking');

  async function forget(): Promise<void> {
    setStage('working');
    try {
      await onForget();
      setStage('done');
    } catch {
      setStage('failed');
    }
  }

  if (stage === 'done') {
    return (
      <Dialog
        role="alertdialog"
        title={words.forgetDone}
        onClose={onStartAgain}
        actions={
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only answer there is
          <Button autoFocus look="primary" onClick={onStartAgain}>
            {words.startAgain}
          </Button>
        }
      >
        <p>{words.forgetDoneAdvice}</p>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={words.forgetTitle}
      action={words.forget}
      isBusy={stage === 'working'}
      onConfirm={() => void forget()}
      onClose={onClose}
    >
      <p>{words.forgetAdvice}</p>
      <ul className={styles.list}>
        {words.forgotten.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      {isBusy && <p className={styles.warning}>{words.forgetStops}</p>}
      <p className={styles.note}>{words.forgetKeeps}</p>
      {stage === 'failed' && <Problem className={styles.problem}>{words.forgetFailed}</Problem>}
    </ConfirmDialog>
  );
}
