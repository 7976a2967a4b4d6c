import { Link2, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Failure } from '#lib/Failure.ts';
import { madeLinks as en } from '#text/en/madeLinks.ts';
import { useTopic } from '#text/useTopic.ts';
import { madeLinks as zh } from '#text/zh/madeLinks.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyNote } from '#ui/EmptyNote.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { useSecond } from '#ui/useSecond.ts';
import styles from './MyLinksDialog.module.css';
import { MyLinkRow, type MyLink } from './MyLinkRow.tsx';

export interface MyLinksDialogProps {
  /** The latest first. */
  readonly links: readonly MyLink[];
  /** Milliseconds since 1970 by the bucket's clock. */
  readonly now: () => number;
  /** Makes it anew and puts it on the clipboard; resolves with why not. */
  readonly onCopy: (link: MyLink) => Promise<Failure | undefined>;
  /** The person wants to see what the upload requests brought. */
  readonly onArrived: () => void;
  readonly onForget: (link: MyLink) => void;
  readonly onForgetAll: () => void;
  readonly onClose: () => void;
  /** What else is to be said, below the list. */
  readonly children?: ReactNode;
}

/** The links that were handed out from this browser, with what is left of their lives. */
export function MyLinksDialog({
  links,
  now,
  onCopy,
  onArrived,
  onForget,
  onForgetAll,
  onClose,
  children,
}: MyLinksDialogProps) {
  const words = useTopic({ en, zh });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState<string>();
  useSecond();

  async function copy(link: MyLink): Promise<void> {
    setBusy(link.id);
    setFailure(await onCopy(link));
    setBusy(undefined);
  }

  return (
    <Dialog
      title={words.title}
      width="wide"
      onClose={onClose}
      actions={
        links.length === 0 ? undefined : (
          <Button look="quiet" icon={<Trash2 size={15} />} onClick={onForgetAll}>
            {words.forgetAll}
          </Button>
        )
      }
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      {links.length === 0 ? (
        <EmptyNote icon={<Link2 size={28} aria-hidden />} title={words.empty} advice={words.emptyAdvice} />
      ) : (
        <>
          <ul className={styles.list} aria-label={words.title}>
            {links.map((link) => (
              <MyLinkRow
                key={link.id}
                link={link}
                now={now()}
                isBusy={busy === link.id}
                onCopy={() => void copy(link)}
                onArrived={onArrived}
                onForget={() => onForget(link)}
              />
            ))}
          </ul>
          <p className={styles.note}>{words.note}</p>
        </>
      )}
      {children}
    </Dialog>
  );
}
