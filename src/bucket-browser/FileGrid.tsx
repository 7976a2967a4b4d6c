/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual grid cannot be a <table>: its rows are placed one by one */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { useEffect, useLayoutEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import type { Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { useText } from '#text/useText.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import { updateSelection, type SelectionStore } from './createSelectionStore.ts';
import styles from './FileGrid.module.css';
import { FileRow } from './FileRow.tsx';
import columns from './gridColumns.module.css';
import { lookalikes } from './lookalikes.ts';
import { rowId } from './rowId.ts';
import type { RowOrder } from './RowOrder.ts';
import { clearSelection, extendTo, focusRow, keepShown, selectAll, selectOnly, toggle } from './selectionModel.ts';
import { useGridKeys } from './useGridKeys.ts';
import { useRowHeight } from './useRowHeight.ts';

export interface FileGridProps {
  readonly entries: readonly ListingEntry[];
  readonly order: RowOrder;
  readonly selection: SelectionStore;
  /** Every row of the prefix is known; until then the row count is unknown to screen readers too. */
  readonly isComplete: boolean;
  /** Take the keyboard when the list appears: the person came here by it. */
  readonly takesFocus: boolean;
  readonly hrefFor: (prefix: Prefix) => string;
  readonly onOpen: (entry: ListingEntry) => void;
  readonly onParent: () => void;
  readonly onDelete: () => void;
  readonly onShare: () => void;
  /** The row that is looked at; the preview follows the keyboard. */
  readonly previewedId: string | undefined;
  readonly onPreview: (object: ListedObjectEntry | undefined, tab?: 'preview' | 'details') => void;
  /** The row menu: from its button, from the keyboard, or where the mouse was. */
  readonly onMenu: (entry: ListingEntry, anchor: HTMLElement | { x: number; y: number }) => void;
}

/** The objects of a prefix as an APG grid: one tab stop, roving focus, only the visible rows in the page. */
export function FileGrid(props: FileGridProps) {
  const { entries, order, selection, isComplete, takesFocus, hrefFor, onOpen, onMenu } = props;
  const { t } = useText();
  const gridRef = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const focusedId = useStore(selection, (state) => state.focusedId);
  const isAllSelected = useStore(selection, (state) => entries.length > 0 && state.selected.size === entries.length);
  const focusedIndex = focusedId === undefined ? -1 : order.indexOf(focusedId);
  const twins = useMemo(() => lookalikes(entries), [entries]);

  // oxlint-disable-next-line react/incompatible-library -- the React Compiler is off; see vite.config.ts
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => gridRef.current,
    estimateSize: () => rowHeight,
    scrollMargin: 0,
    scrollPaddingStart: 40,
    overscan: 10,
    // The focused row stays in the page however far the list is scrolled, so that focus is never lost.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (focusedIndex >= 0 && !indexes.includes(focusedIndex)) indexes.push(focusedIndex);
      return indexes;
    },
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const wantsFocus = useRef(takesFocus);
  const moveFocus = (index: number): void => {
    wantsFocus.current = true;
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };

  // A step to the neighbour from the preview leaves the keyboard there, and the list shows where that is.
  const { previewedId } = props;
  const isPreviewing = previewedId !== undefined;
  useEffect(() => {
    if (isPreviewing && focusedIndex >= 0) virtualizer.scrollToIndex(focusedIndex, { align: 'auto' });
  }, [isPreviewing, focusedIndex, virtualizer]);

  // The selection strip and the dock take room from below; the row with the keyboard stays in sight.
  useEffect(() => {
    const grid = gridRef.current;
    if (grid === null) return undefined;
    let heightBefore = grid.clientHeight;
    const observer = new ResizeObserver(() => {
      const row = grid.contains(document.activeElement) ? document.activeElement?.closest('[data-index]') : undefined;
      const top = (row?.getBoundingClientRect().top ?? 0) - grid.getBoundingClientRect().top;
      // Who has scrolled away from that row is not pulled back to it.
      if (row && top >= 0 && top < heightBefore) row.scrollIntoView({ block: 'nearest' });
      heightBefore = grid.clientHeight;
    });
    observer.observe(grid);
    return () => observer.disconnect();
  }, []);

  // Rows that went away: the keyboard goes to the row that took the place.
  const lastIndex = useRef(focusedIndex);
  useLayoutEffect(() => {
    if (focusedIndex >= 0) lastIndex.current = focusedIndex;
    const hadFocus =
      document.activeElement === document.body || gridRef.current?.contains(document.activeElement) === true;
    const before = selection.getState();
    updateSelection(selection, (state) => keepShown(state, order, lastIndex.current));
    if (hadFocus && before.focusedId !== undefined && selection.getState().focusedId !== before.focusedId)
      wantsFocus.current = true;
  }, [order, selection, focusedIndex]);

  useLayoutEffect(() => {
    if (!wantsFocus.current || entries.length === 0) return;
    const index = Math.max(0, focusedIndex);
    const row = gridRef.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const onKeyDown = useGridKeys({
    ...props,
    isPreviewing,
    focusedIndex,
    rowsPerPage: () => Math.floor((gridRef.current?.clientHeight ?? 0) / rowHeight),
    moveFocus,
  });

  function onClick(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const entry = entryAt(target, entries);
    if (entry === undefined) return;
    const id = rowId(entry);
    const does = target.closest<HTMLElement>('[data-does]')?.dataset['does'];
    if (does === 'menu') {
      const button = target.closest('button');
      updateSelection(selection, (state) => (state.selected.has(id) ? focusRow(state, id) : selectOnly(state, id)));
      if (button) onMenu(entry, button);
    } else if (does === 'toggle' || ((event.ctrlKey || event.metaKey) && does !== 'open')) {
      updateSelection(selection, (state) => toggle(state, id));
    } else if (event.shiftKey) {
      updateSelection(selection, (state) => extendTo(state, order, id));
    } else if (does === 'open' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onOpen(entry);
    } else if (does !== 'open') {
      updateSelection(selection, (state) => selectOnly(state, id));
    }
  }

  function onContextMenu(event: MouseEvent): void {
    const entry = entryAt(event.target as HTMLElement, entries);
    if (entry === undefined) return;
    event.preventDefault();
    const id = rowId(entry);
    updateSelection(selection, (state) => (state.selected.has(id) ? focusRow(state, id) : selectOnly(state, id)));
    onMenu(entry, { x: event.clientX, y: event.clientY });
  }

  return (
    <div
      ref={gridRef}
      role="grid"
      className={styles.grid}
      aria-label={t.files}
      aria-multiselectable
      aria-rowcount={isComplete ? entries.length + 1 : -1}
      aria-colcount={5}
      aria-busy={!isComplete}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={(event) => {
        const entry = entryAt(event.target as HTMLElement, entries);
        if (entry !== undefined && (event.target as HTMLElement).closest('[data-does]') === null) onOpen(entry);
      }}
      onContextMenu={onContextMenu}
      onFocus={(event) => {
        const entry = entryAt(event.target, entries);
        if (entry !== undefined && rowId(entry) !== focusedId)
          updateSelection(selection, (state) => focusRow(state, rowId(entry)));
      }}
    >
      <div role="row" aria-rowindex={1} className={clsx(styles.head, columns.columns)}>
        <div role="columnheader" className={styles.check}>
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
        </div>
        <div role="columnheader">{t.columnName}</div>
        <div role="columnheader" data-wide className={styles.number}>
          {t.columnSize}
        </div>
        <div role="columnheader" data-wide>
          {t.columnModified}
        </div>
        <div role="columnheader">
          <span className="visually-hidden">{t.columnActions}</span>
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const entry = entries[item.index];
          if (entry === undefined) return null;
          const id = rowId(entry);
          return (
            <FileRow
              key={id}
              entry={entry}
              index={item.index}
              top={item.start}
              isTabStop={item.index === Math.max(0, focusedIndex)}
              looksLikeAnother={twins.has(id)}
              isPreviewed={id === previewedId}
              selection={selection}
              hrefFor={hrefFor}
            />
          );
        })}
      </div>
    </div>
  );
}

function entryAt(target: HTMLElement, entries: readonly ListingEntry[]): ListingEntry | undefined {
  const index = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return index === undefined ? undefined : entries[Number(index)];
}
