import { Trash2 } from 'lucide-react';
import { deleting as en } from '#text/en/deleting.ts';
import { useTopic } from '#text/useTopic.ts';
import { deleting as zh } from '#text/zh/deleting.ts';
import { FolderNote } from './FolderNote.tsx';

/** Said above the list while one looks into the trash. */
export function TrashNote() {
  const words = useTopic({ en, zh });
  return <FolderNote icon={Trash2}>{words.inTrash}</FolderNote>;
}
