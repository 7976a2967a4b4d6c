import { X } from 'lucide-react';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { useFocusKeeper } from '#ui/useFocusKeeper.ts';
import { filesPlace } from '../focusFiles.ts';
import type { Notices } from './createNotices.ts';
import styles from './NoticeList.module.css';

/** Notices in the corner. They are read out by the live regions, not from here. */
export function NoticeList({ notices }: { readonly notices: Notices }) {
  const { t } = useText();
  const list = useStore(notices.store);
  // A notice goes away with its button, and by itself; the next one takes the keyboard, or the list.
  const listRef = useRef<HTMLElement>(null);
  const keeper = useFocusKeeper(() => listRef.current?.querySelector('button') ?? filesPlace());
  if (list.length === 0) return null;
  return (
    <aside ref={listRef} className={styles.list} aria-label={t.notices} {...keeper}>
      {list.toReversed().map(({ id, message, failure, action }) => (
        <div key={id} className={styles.notice}>
          <div>
            {message !== '' && <p className={styles.message}>{message}</p>}
            {failure !== undefined && <FailureNotice failure={failure} />}
          </div>
          {action !== undefined && (
            <Button
              size="small"
              onClick={() => {
                notices.close(id);
                action.onAction();
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton size="small" label={t.close} icon={<X size={15} />} onClick={() => notices.close(id)} />
        </div>
      ))}
    </aside>
  );
}
