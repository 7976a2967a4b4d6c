import type { BucketBrowserProps } from './BucketBrowserProps.ts';
import type { FolderCommands } from './folderCommands.ts';
import { FolderMenu } from './FolderMenu.tsx';
import type { Hands } from './gestures/Hands.ts';
import type { OpenMenu } from './OpenMenu.ts';
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
  return (
    <RowMenu
      {...{ entry, anchor, onRestore, onClose }}
      chosenCount={commands.chosenRows().size}
      can={commands.can()}
      denied={browser.denied}
      onOpen={() => commands.open(entry)}
      onShowInFolder={browser.isDeep ? () => commands.showInFolder(entry) : undefined}
      onDownload={commands.download}
      onShare={commands.share}
      onRename={commands.rename}
      onMove={commands.move}
      onDelete={commands.remove}
      onEdit={() => browser.onEdit(commands.chosen())}
      onRestoreArchived={() => browser.onRestoreArchived(commands.chosen())}
      onSummary={() => browser.onSummary(commands.chosen())}
      onPreview={(tab) => entry.type === 'object' && browser.onPreview(entry, tab)}
    />
  );
}
