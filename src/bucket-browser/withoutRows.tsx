import { Copy, Download, FolderInput, Link, Pencil, Trash2 } from 'lucide-react';
import type { LateText } from '#text/LateText.ts';
import type { MenuAction } from '#ui/ActionMenu.tsx';

/** What rows are needed for, while there is none: named all the same, so that people learn what there is. */
export function withoutRows(t: LateText['t'], disabledReason: string): readonly MenuAction[] {
  return (
    [
      ['download', t.download, Download],
      ['share', t.shareLink, Link],
      ['rename', t.rename, Pencil],
      ['move', t.move, FolderInput],
      ['copy', t.copy, Copy],
      ['delete', t.delete, Trash2],
    ] as const
  ).map(([id, label, Icon]) => ({
    id,
    label,
    icon: <Icon size={16} />,
    disabledReason,
    onAction: () => undefined,
  }));
}
