import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { useLateText } from '#text/useLateText.ts';
import { alongText } from '#ui/alongText.ts';
import styles from './PreviewFrame.module.css';
import { useMatches } from '#ui/useMatches.ts';

export interface PreviewFrameProps {
  /** Its accessible name. */
  readonly label: string;
  /** Large, above everything, on a wide screen too. */
  readonly isEnlarged: boolean;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Where the preview is: beside the list, which keeps the keyboard and goes on working; or, enlarged and on narrow
 * screens, a sheet above it that takes the keyboard until it closes.
 */
export function PreviewFrame({ label, isEnlarged, onPrevious, onNext, onClose, children }: PreviewFrameProps) {
  const { language } = useLateText();
  const isNarrow = useMatches('(max-width: 900px)');
  const sheetRef = useRef<HTMLDivElement>(null);
  const isSheet = isNarrow || isEnlarged;
  // The sheet takes the keyboard itself, so that the arrows walk from the first moment.
  useEffect(() => {
    if (isSheet) sheetRef.current?.focus({ preventScroll: true });
  }, [isSheet]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = event.target as HTMLElement;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    } else if (event.key === ' ' && target === sheetRef.current) {
      event.preventDefault();
      onClose();
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      if (target.closest('input, textarea, select, [role="menu"], [role="alertdialog"], [data-keeps-arrows]') !== null)
        return;
      event.preventDefault();
      (alongText(event.key) === 'ArrowLeft' ? onPrevious : onNext)?.();
    }
  }

  if (!isSheet) {
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons in it, handled once
      <aside className={styles.side} aria-label={label} onKeyDown={onKeyDown}>
        {children}
      </aside>
    );
  }
  return (
    <I18nProvider locale={language}>
      <ModalOverlay className={styles.veil ?? ''} isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
        <Modal className={styles.sheet ?? ''}>
          <Dialog className={styles.dialog ?? ''} aria-label={label}>
            {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- as above */}
            <div ref={sheetRef} className={styles.content} tabIndex={-1} onKeyDown={onKeyDown}>
              {children}
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
