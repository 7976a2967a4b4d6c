import type { ListingEntry } from '#listing/ListingEntry.ts';
import { displayName } from '#text/displayName.ts';
import { palette as en } from '#text/en/palette.ts';
import { useLateText } from '#text/useLateText.ts';
import { useTopic } from '#text/useTopic.ts';
import { palette as zh } from '#text/zh/palette.ts';
import type { BucketBrowserProps } from './BucketBrowserProps.ts';
import type { FolderCommands } from './folderCommands.ts';
import type { Hands } from './gestures/Hands.ts';
import { rowActions } from './rowActions.tsx';
import { rowActionsFor } from './rowActionsFor.ts';
import type { RowOrder } from './RowOrder.ts';
import { useFolderActions } from './useFolderActions.tsx';
import { useViewActions } from './useViewActions.tsx';
import { withoutRows } from './withoutRows.tsx';

export interface FolderActionsProps {
  readonly commands: FolderCommands;
  readonly hands: Hands;
  readonly order: RowOrder;
  readonly browser: BucketBrowserProps;
  readonly onRestore: (() => void) | undefined;
  readonly onSearch: (search: string) => void;
  readonly draw: NonNullable<BucketBrowserProps['drawActions']>;
}

/** Everything that can be done with the chosen rows, the folder and its list, for whoever draws it. */
export function FolderActions({ commands, hands, order, browser, onRestore, onSearch, draw }: FolderActionsProps) {
  const { t } = useLateText();
  const words = useTopic({ en, zh });
  const here = useFolderActions({ hands, ...browser });
  const view = useViewActions(browser, order, commands.toParent);
  const first = firstOf(commands, order, browser);
  const count = commands.chosenRows().size;
  const chosen =
    first === undefined
      ? { title: words.nothingChosen, actions: withoutRows(t, words.nothingChosen) }
      : {
          title: words.withChosen(count > 1 ? t.operationItems(count) : displayName(first.name).text || t.emptyName),
          actions: rowActions(rowActionsFor(first, { commands, browser, onRestore }), t).flatMap(
            ({ actions }) => actions,
          ),
        };
  const groups = [
    chosen,
    { title: words.here, actions: [...here.flatMap(({ actions }) => actions), ...view.here] },
    { title: words.view, actions: view.list },
  ];
  return draw(groups, onSearch);
}

/** One of the chosen rows; making entries of all of them may take long. */
function firstOf(
  { chosenRows }: FolderCommands,
  order: RowOrder,
  { listing }: BucketBrowserProps,
): ListingEntry | undefined {
  const chosen = chosenRows();
  const row = chosen.size === 0 ? undefined : order.rows.find((each) => chosen.has(each));
  return row === undefined ? undefined : listing?.index.entryOf(row);
}
