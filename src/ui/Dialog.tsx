import { clsx } from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '#text/useText.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly title: string;
  /** `alertdialog` for what cannot be undone: only an answer closes it, and no corner button offers a way round. */
  readonly role?: 'dialog' | 'alertdialog';
  /** `wide` for lists. */
  readonly width?: 'normal' | 'wide';
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A modal dialog that is open while it is mounted. Focus goes in, stays in, and returns to the opener. */
export function Dialog({ title, role = 'dialog', width = 'normal', onClose, children, actions }: DialogProps) {
  const { t, language } = useText();
  return (
    <I18nProvider locale={language}>
      <ModalOverlay
        className={styles.veil ?? ''}
        isOpen
        isDismissable={role === 'dialog'}
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Modal className={clsx(styles.modal, width === 'wide' && styles.wide)}>
          <AriaDialog className={styles.dialog ?? ''} role={role}>
            <div className={styles.head}>
              <Heading slot="title" level={2} className={styles.title ?? ''}>
                {title}
              </Heading>
              {role === 'dialog' && (
                <IconButton label={t.close} icon={<X size={16} />} size="small" onClick={onClose} />
              )}
            </div>
            {children}
            {actions !== undefined && <div className={styles.actions}>{actions}</div>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
