import type { BucketBrowserProps } from './BucketBrowserProps.ts';
import type { FolderCommands } from './folderCommands.ts';
import { FolderMenu } from './FolderMenu.tsx';
import type { Hands } from './gestures/Hands.ts';
import type { OpenMenu } from './OpenMenu.ts';
import { rowActionsFor } from './rowActionsFor.ts';
import { RowMenu } from './RowMenu.tsx';

export interface FolderMenusProps {
  readonly menu: OpenMenu;
  readonly commands: FolderCommands;
  readonly hands: Hands;
  readonly browser: BucketBrowserProps;
  /** In the trash: puts the chosen rows back. */
  readonly onRestore: (() => void) | undefined;
  readonly onClose: () => void;
}

/** The menu that is open, with what its items do. */
export function FolderMenus({ menu, commands, hands, browser, onRestore, onClose }: FolderMenusProps) {
  const { entry, anchor } = menu;
  if (entry === undefined) return <FolderMenu {...browser} {...{ hands, anchor, onClose }} />;
  return <RowMenu {...rowActionsFor(entry, { commands, browser, onRestore })} {...{ anchor, onClose }} />;
}
