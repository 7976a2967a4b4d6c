import { displayName } from '#text/displayName.ts';
import { useLateText } from '#text/useLateText.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { rowActions } from './rowActions.tsx';
import type { RowMenuProps } from './RowMenuProps.ts';

/** What can be done with a row. */
export function RowMenu(props: RowMenuProps) {
  const { t } = useLateText();
  return (
    <ActionMenu
      label={t.moreActions(displayName(props.entry.name).text || t.emptyName)}
      groups={rowActions(props, t)}
      anchor={props.anchor}
      onClose={props.onClose}
    />
  );
}
