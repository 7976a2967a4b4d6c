import { ArrowDownUp } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { RowSort, SortColumn } from '#listing/RowWish.ts';
import { useText } from '#text/useText.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { lazyPart } from '#ui/lazyPart.tsx';
import { useFilterWords } from './useFilterWords.ts';

const ActionMenu = lazyPart(async () => (await import('#ui/ActionMenu.tsx')).ActionMenu);

export interface SortButtonProps {
  readonly sort: RowSort | undefined;
  readonly onSort: (sort: RowSort | undefined) => void;
}

/** Every order there is, also where no column heads are. */
export function SortButton({ sort, onSort }: SortButtonProps) {
  const { t } = useText();
  const words = useFilterWords();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { by = 'name', isDescending = false } = sort ?? {};
  const columns: readonly (readonly [SortColumn, string])[] = [
    ['name', t.columnName],
    ['size', t.columnSize],
    ['date', t.columnModified],
    ['kind', words.columnKind],
  ];
  const directions = [
    [false, words.sortAscending],
    [true, words.sortDescending],
  ] as const;
  return (
    <>
      <IconButton
        size="small"
        label={words.sort}
        icon={<ArrowDownUp size={16} />}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      />
      {anchor !== undefined && (
        <Suspense>
          <ActionMenu
            label={words.sort}
            anchor={anchor}
            onClose={() => setAnchor(undefined)}
            groups={[
              {
                title: words.sortBy,
                actions: columns.map(([column, label]) => ({
                  id: column,
                  label,
                  isChosen: column === by,
                  // As in the column heads: the largest and the newest are looked for.
                  onAction: () => onSort({ by: column, isDescending: column === 'size' || column === 'date' }),
                })),
              },
              {
                title: words.sortDirection,
                actions: directions.map(([descends, label]) => ({
                  id: label,
                  label,
                  isChosen: descends === isDescending,
                  onAction: () => onSort({ by, isDescending: descends }),
                })),
              },
            ]}
          />
        </Suspense>
      )}
    </>
  );
}
