import { MailPlus } from 'lucide-react';
import type { LateText } from '#text/LateText.ts';
import type { MenuAction } from '#ui/ActionMenu.tsx';
import type { RowActionsProps } from './RowMenuProps.ts';

/** Asks somebody without an account for files into a folder; nothing for other rows. */
export function requestAction(
  { chosenCount, denied, onRequestFiles }: Pick<RowActionsProps, 'chosenCount' | 'denied' | 'onRequestFiles'>,
  t: LateText['t'],
): readonly MenuAction[] {
  if (onRequestFiles === undefined || chosenCount > 1) return [];
  return [
    {
      id: 'request-files',
      label: t.requestFilesInto,
      icon: <MailPlus size={16} />,
      onAction: onRequestFiles,
      ...(denied.upload === undefined ? {} : { disabledReason: denied.upload }),
    },
  ];
}
