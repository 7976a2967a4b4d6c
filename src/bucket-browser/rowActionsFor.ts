import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { BucketBrowserProps } from './BucketBrowserProps.ts';
import type { FolderCommands } from './folderCommands.ts';
import type { RowActionsProps } from './RowMenuProps.ts';

/** What asking something of the chosen rows, `entry` among them, becomes in this folder. */
export function rowActionsFor(
  entry: ListingEntry,
  {
    commands,
    browser,
    onRestore,
  }: {
    readonly commands: FolderCommands;
    readonly browser: BucketBrowserProps;
    readonly onRestore: (() => void) | undefined;
  },
): RowActionsProps {
  return {
    entry,
    onRestore,
    chosenCount: commands.chosenRows().size,
    can: commands.can(),
    denied: browser.denied,
    onOpen: () => commands.open(entry),
    onShowInFolder: browser.isDeep ? () => commands.showInFolder(entry) : undefined,
    onDownload: commands.download,
    onShare: commands.share,
    onRequestFiles: entry.type === 'folder' ? () => browser.onRequestFiles(entry.prefix) : undefined,
    onRename: commands.rename,
    onMove: commands.move,
    onDelete: commands.remove,
    onEdit: () => browser.onEdit(commands.chosen()),
    onAccess: () => browser.onAccess(commands.chosen()),
    onRestoreArchived: () => browser.onRestoreArchived(commands.chosen()),
    onSummary: () => browser.onSummary(commands.chosen()),
    onPreview: (tab) => entry.type === 'object' && browser.onPreview(entry, tab),
  };
}
