import { ArchiveRestore, Globe, Info, SquarePen } from 'lucide-react';
import { isArchiveClass } from '#cos/storageClasses.ts';
import type { LateText } from '#text/LateText.ts';
import type { MenuAction } from '#ui/ActionMenu.tsx';
import type { RowActionsProps } from './RowMenuProps.ts';

/** How much is in a folder, or in all that is chosen. */
export function summaryAction({ onSummary }: Pick<RowActionsProps, 'onSummary'>, t: LateText['t']): MenuAction {
  return { id: 'summary', label: t.tabDetails, icon: <Info size={16} />, keys: 'Alt ↵', onAction: onSummary };
}

/** What changes objects where they are. */
export function detailsActions(
  { entry, chosenCount, can, denied, onEdit, onAccess, onRestoreArchived }: RowActionsProps,
  t: LateText['t'],
): readonly MenuAction[] {
  const off = (reason: string | undefined): Pick<MenuAction, 'disabledReason'> => {
    const whyNot = reason ?? (can.hasUnsafe ? t.unsafePath : undefined);
    return whyNot === undefined ? {} : { disabledReason: whyNot };
  };
  const edit: MenuAction = {
    id: 'edit',
    label: t.editDetails,
    icon: <SquarePen size={16} />,
    onAction: onEdit,
    ...off(denied.edit),
  };
  const access: MenuAction = {
    id: 'access',
    label: t.accessAction,
    icon: <Globe size={16} />,
    onAction: onAccess,
    ...off(denied.access),
  };
  const restore: MenuAction = {
    id: 'restore-archived',
    label: t.restoreFromArchive,
    icon: <ArchiveRestore size={16} />,
    onAction: onRestoreArchived,
    ...off(denied.restoreArchived),
  };
  // Of several nobody has looked at each, and in folders anything may be.
  const mayBeArchived = chosenCount > 1 || entry.type === 'folder' || isArchiveClass(entry.storageClass);
  return mayBeArchived ? [edit, access, restore] : [edit, access];
}
