import { carrying as en } from '#text/en/carrying.ts';
import { useTopic } from '#text/useTopic.ts';
import { carrying as zh } from '#text/zh/carrying.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { useFolderActions, type FolderActionsProps } from './useFolderActions.tsx';

export interface FolderMenuProps extends FolderActionsProps {
  readonly anchor: HTMLElement | { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** The menu of a folder's empty room. */
export function FolderMenu({ anchor, onClose, ...props }: FolderMenuProps) {
  const words = useTopic({ en, zh });
  return <ActionMenu label={words.folderMenu} groups={useFolderActions(props)} anchor={anchor} onClose={onClose} />;
}
