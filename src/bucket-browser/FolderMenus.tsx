import { lazy, Suspense } from 'react';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { BucketBrowserProps } from './BucketBrowserProps.ts';
import type { FolderCommands } from './folderCommands.ts';
import type { Hands } from './gestures/Hands.ts';

const FolderMenu = lazy(() => import('./FolderMenu.tsx').then((module) => ({ default: module.FolderMenu })));
const RowMenu = lazy(() => import('./RowMenu.tsx').then((module) => ({ default: module.RowMenu })));

/** Of a row, or of the folder as a whole. */
export interface OpenMenu {
  readonly entry?: ListingEntry;
  readonly anchor: HTMLElement | { readonly x: number; readonly y: number };
}

export interface FolderMenusProps {
  readonly menu: OpenMenu;
  readonly commands: FolderCommands;
  readonly hands: Hands;
  readonly browser: BucketBrowserProps;
  readonly onClose: () => void;
}

/** The menu that is open, with what its items do. */
export function FolderMenus({ menu, commands, hands, browser, onClose }: FolderMenusProps) {
  const { entry, anchor } = menu;
  return (
    <Suspense>
      {entry === undefined ? (
        <FolderMenu {...browser} {...{ hands, anchor, onClose }} />
      ) : (
        <RowMenu
          {...{ entry, anchor, onClose }}
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
          onPreview={(tab) => entry.type === 'object' && browser.onPreview(entry, tab)}
        />
      )}
    </Suspense>
  );
}
