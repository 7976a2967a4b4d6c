import {
  ArrowDownUp,
  ArrowUp,
  FileDown,
  FolderSync,
  FolderTree,
  History,
  LayoutGrid,
  SlidersHorizontal,
  Star,
} from 'lucide-react';
import { palette as en } from '#text/en/palette.ts';
import { uploadChanges as enChanges } from '#text/en/uploadChanges.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { palette as zh } from '#text/zh/palette.ts';
import { uploadChanges as zhChanges } from '#text/zh/uploadChanges.ts';
import type { MenuAction } from '#ui/ActionMenu.tsx';
import type { BucketBrowserProps } from './BucketBrowserProps.ts';
import { useIsKept } from './deleted/useIsKept.ts';
import { useShowDeletedWords } from './deleted/useShowDeletedWords.ts';
import type { RowOrder } from './RowOrder.ts';
import { useFilterWords } from './useFilterWords.ts';

/** What has a button around the list and is in no menu. */
export function useViewActions(
  browser: BucketBrowserProps,
  { rows }: RowOrder,
  toParent: () => void,
): { readonly here: readonly MenuAction[]; readonly list: readonly MenuAction[] } {
  const { t } = useText();
  const words = useTopic({ en, zh });
  const uploads = useTopic({ en: enChanges, zh: zhChanges });
  const filters = useFilterWords();
  const deletedWords = useShowDeletedWords(useIsKept(browser.deleted, true), browser.denied);
  const { sort, view, isDeep, isFavourite, listing } = browser;
  const write = browser.denied.upload === undefined ? {} : { disabledReason: browser.denied.upload };
  const isTop = browser.prefix.length <= browser.rootPrefix.length;
  const columns = [
    ['name', t.columnName],
    ['size', t.columnSize],
    ['date', t.columnModified],
    ['kind', filters.columnKind],
  ] as const;
  return {
    here: [
      {
        id: 'upload-changes',
        label: uploads.uploadChanges,
        icon: <FolderSync size={16} />,
        onAction: browser.onUploadChanges,
        ...write,
      },
      {
        id: 'upload-options',
        label: t.uploadOptions,
        icon: <SlidersHorizontal size={16} />,
        onAction: browser.onUploadOptions,
        ...write,
      },
      {
        id: 'favourite',
        label: isFavourite ? t.removeFavourite : t.addFavourite,
        icon: <Star size={16} />,
        onAction: browser.onFavourite,
      },
      {
        id: 'parent',
        label: words.parentFolder,
        icon: <ArrowUp size={16} />,
        keys: 'Alt ↑',
        onAction: toParent,
        ...(isTop ? { disabledReason: words.topmost } : {}),
      },
    ],
    list: [
      {
        id: 'grid',
        label: filters.gridView,
        icon: <LayoutGrid size={16} />,
        isChosen: view === 'grid',
        onAction: () => browser.onView(view === 'grid' ? 'list' : 'grid'),
      },
      {
        id: 'deleted',
        label: deletedWords.label,
        icon: <History size={16} />,
        isChosen: browser.deleted.isShown,
        onAction: () => browser.deleted.onShow(!browser.deleted.isShown),
        ...(deletedWords.refusal === undefined ? {} : { disabledReason: deletedWords.refusal }),
      },
      {
        id: 'deep',
        label: t.searchSubfolders,
        icon: <FolderTree size={16} />,
        isChosen: isDeep,
        onAction: () => browser.onDeep(!isDeep),
      },
      ...columns.map(([by, column]) => ({
        id: `sort-${by}`,
        label: words.sortedBy(column),
        icon: <ArrowDownUp size={16} />,
        isChosen: by === (sort?.by ?? 'name'),
        onAction: () => browser.onSort({ by, isDescending: by === 'size' || by === 'date' }),
      })),
      {
        id: 'export',
        label: t.exportList,
        icon: <FileDown size={16} />,
        onAction: () => listing && browser.onExport(listing.index, rows),
        ...(listing?.isComplete !== true ? { disabledReason: t.loading } : {}),
        ...(rows.length === 0 ? { disabledReason: t.emptyTitle } : {}),
      },
    ],
  };
}
