import { Trash2 } from 'lucide-react';
import { useText } from '#text/useText.ts';
import styles from './TrashNote.module.css';

/** Said above the list while one looks into the trash. */
export function TrashNote() {
  const { t } = useText();
  return (
    <p className={styles.note}>
      <Trash2 size={15} aria-hidden />
      {t.inTrash}
    </p>
  );
}
