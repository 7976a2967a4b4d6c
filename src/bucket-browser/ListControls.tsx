import { FileDown, LayoutGrid } from 'lucide-react';
import type { FilterChoice } from '#listing/FilterChoice.ts';
import type { RowSort } from '#listing/RowWish.ts';
import { useText } from '#text/useText.ts';
import { IconButton } from '#ui/IconButton.tsx';
import type { DeletedInPlace } from './deleted/DeletedInPlace.ts';
import { ShowDeletedButton } from './deleted/ShowDeletedButton.tsx';
import { FilterBar } from './FilterBar.tsx';
import styles from './ListControls.module.css';
import type { ListView } from './ListView.ts';
import { SortButton } from './SortButton.tsx';
import type { DeniedActions } from './whatCanBeDone.ts';
import { useFilterWords } from './useFilterWords.ts';

export interface ListControlsProps {
  readonly filter: FilterChoice;
  readonly onFilter: (filter: FilterChoice) => void;
  readonly sort: RowSort | undefined;
  readonly onSort: (sort: RowSort | undefined) => void;
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  readonly deleted: DeletedInPlace;
  readonly denied: Pick<DeniedActions, 'seeVersions'>;
  /** The rows that are shown, as a file; absent while they are not all known. */
  readonly onExport: (() => void) | undefined;
}

/** Which rows are shown, and how. */
export function ListControls({ filter, onFilter, sort, onSort, view, onView, onExport, ...rest }: ListControlsProps) {
  const { t } = useText();
  const words = useFilterWords();
  const isGrid = view === 'grid';
  return (
    <div className={styles.controls}>
      <FilterBar filter={filter} onFilter={onFilter} />
      <SortButton sort={sort} onSort={onSort} />
      <IconButton
        size="small"
        label={words.gridView}
        icon={<LayoutGrid size={16} />}
        className={styles.view}
        aria-pressed={isGrid}
        onClick={() => onView(isGrid ? 'list' : 'grid')}
      />
      <ShowDeletedButton {...rest} />
      {onExport !== undefined && (
        <IconButton size="small" label={t.exportList} icon={<FileDown size={16} />} onClick={onExport} />
      )}
    </div>
  );
}
