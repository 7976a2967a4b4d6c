import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './LinkNotes.module.css';

/** One thing that is true of a link. */
export function Note({ icon, children }: { readonly icon?: ReactNode; readonly children: ReactNode }) {
  return (
    <li className={styles.note}>
      {icon ?? <TriangleAlert size={15} aria-hidden />}
      <span>{children}</span>
    </li>
  );
}
