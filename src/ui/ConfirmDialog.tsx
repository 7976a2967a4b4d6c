import type { ReactNode } from 'react';
import { useText } from '#text/useText.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  /** What the button that does it says. */
  readonly action: string;
  /** `primary` where it can be taken back. */
  readonly look?: 'danger' | 'primary';
  /** What it would do is not known yet. */
  readonly isUnready?: boolean;
  /** It is being done: neither answer counts. */
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks once before something is done for good. Only an answer closes it, and the keyboard starts on the safe one. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, action, look = 'danger', isUnready = false, isBusy = false, onConfirm, onClose, children } = props;
  const { t } = useText();
  return (
    <Dialog
      role="alertdialog"
      title={title}
      onClose={onClose}
      actions={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a destructive question starts on the safe answer */}
          <Button autoFocus disabled={isBusy} onClick={onClose}>
            {t.cancel}
          </Button>
          <Button look={look} disabled={isBusy || isUnready} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
