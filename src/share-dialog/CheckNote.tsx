import { CircleCheck, CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './LinkNotes.module.css';
import { Note } from './Note.tsx';

/** Whether a link was seen to work. */
export function CheckNote({ works, children }: { readonly works: boolean; readonly children: ReactNode }) {
  const icon = works ? (
    <CircleCheck size={15} className={styles.good} aria-hidden />
  ) : (
    <CircleHelp size={15} aria-hidden />
  );
  return <Note icon={icon}>{children}</Note>;
}
