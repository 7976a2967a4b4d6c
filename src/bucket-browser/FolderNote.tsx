import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './FolderNote.module.css';

/** A line above the list that says what kind of place this is. */
export function FolderNote({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) {
  return (
    <p className={styles.note}>
      <Icon size={15} aria-hidden />
      {children}
    </p>
  );
}
