/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual grid cannot be a <table>: its rows are placed one by one */
import { clsx } from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useStore } from 'zustand';
import type { RowSort, SortColumn } from '#listing/RowWish.ts';
import { useText } from '#text/useText.ts';
import { updateSelection, type SelectionStore } from './createSelectionStore.ts';
import styles from './GridHead.module.css';
import columns from './gridColumns.module.css';
import type { ListView } from './ListView.ts';
import type { RowOrder } from './RowOrder.ts';
import { clearSelection, selectAll } from './selectionModel.ts';
import { nextSort } from './nextSort.ts';

export interface GridHeadProps {
  readonly order: RowOrder;
  readonly selection: SelectionStore;
  readonly view: ListView;
  readonly sort: RowSort | undefined;
  readonly onSort: (sort: RowSort | undefined) => void;
}

/** The columns' names; a click sorts by one, the next turns it round. */
export function GridHead({ order, selection, view, sort, onSort }: GridHeadProps) {
  const { t } = useText();
  const { length } = order.rows;
  const isAllSelected = useStore(selection, (state) => length > 0 && state.selected.size === length);

  function column(by: SortColumn, label: string, options: { isWide?: boolean; isNumber?: boolean } = {}) {
    // Until somebody sorts, names go up.
    const direction = sort?.by === by ? sort.isDescending : by === 'name' && sort === undefined ? false : undefined;
    const Arrow = direction === true ? ArrowDown : ArrowUp;
    return (
      <div
        role="columnheader"
        aria-sort={direction === undefined ? 'none' : direction ? 'descending' : 'ascending'}
        data-wide={options.isWide}
        className={clsx(options.isNumber && styles.number)}
      >
        <button
          type="button"
          className={styles.sort}
          data-active={direction !== undefined && sort !== undefined}
          // One tab stop for the whole grid; the arrow keys of a row do not come up here, a click does.
          tabIndex={-1}
          onClick={() => onSort(nextSort(sort, by))}
        >
          {label}
          {direction !== undefined && <Arrow size={13} aria-hidden />}
        </button>
      </div>
    );
  }

  return (
    <div role="row" aria-rowindex={1} className={clsx(styles.head, columns.columns)}>
      <div role="columnheader">
        {/* The whole cell toggles, as in a row. */}
        <label className={styles.check}>
          <input
            type="checkbox"
            // One tab stop for the whole grid: the keyboard has Ctrl+A.
            tabIndex={-1}
            aria-label={t.selectAll}
            checked={isAllSelected}
            onChange={() =>
              updateSelection(selection, (state) => (isAllSelected ? clearSelection(state) : selectAll(state, order)))
            }
          />
        </label>
      </div>
      {column('name', t.columnName)}
      {view === 'list' && column('size', t.columnSize, { isWide: true, isNumber: true })}
      {view === 'list' && column('date', t.columnModified, { isWide: true })}
      <div role="columnheader">
        <span className="visually-hidden">{t.columnActions}</span>
      </div>
    </div>
  );
}
