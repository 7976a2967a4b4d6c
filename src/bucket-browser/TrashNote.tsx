import { Trash2 } from 'lucide-react';
import { deleting as en } from '#text/en/deleting.ts';
import { useTopic } from '#text/useTopic.ts';
import { deleting as zh } from '#text/zh/deleting.ts';
import styles from './TrashNote.module.css';

/** Said above the list while one looks into the trash. */
export function TrashNote() {
  const words = useTopic({ en, zh });
  return (
    <p className={styles.note}>
      <Trash2 size={15} aria-hidden />
      {words.inTrash}
    </p>
  );
}
