/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a virtual grid cannot be a <table>: its rows are placed one by one */
import { useEffect, useLayoutEffect, useMemo, useRef, type ComponentType } from 'react';
import { useStore } from 'zustand';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { ListingIndex } from '#listing/ListingIndex.ts';
import type { RowSort } from '#listing/RowWish.ts';
import { useText } from '#text/useText.ts';
import { keyOf } from './Carried.ts';
import { cutIn, type CarryStore } from './createCarryStore.ts';
import type { DrawThumbnail } from './DrawThumbnail.ts';
import { updateSelection, type SelectionStore } from './createSelectionStore.ts';
import styles from './FileGrid.module.css';
import { FileRow } from './FileRow.tsx';
import type { FileTileProps } from './FileTile.tsx';
import { GridHead } from './GridHead.tsx';
import { leftOf } from './gridLayout.ts';
import { lookalikes } from './lookalikes.ts';
import type { RowOrder } from './RowOrder.ts';
import { focusedIn, focusRow, keepShown, moveTo } from './selectionModel.ts';
import { useGridKeys } from './useGridKeys.ts';
import { nextPlace } from './nextPlace.ts';
import { rowAt, useGridMouse } from './useGridMouse.ts';
import type { Renaming } from './useRenaming.tsx';
import { useGridLines } from './useGridLines.ts';
import { useSlots } from './useSlots.ts';

export interface FileGridProps {
  /** Draws a row as a tile, at its place; absent: rows one under the other. See `GridView`. */
  readonly tile?: ComponentType<FileTileProps>;
  readonly drawThumbnail: DrawThumbnail;
  readonly index: ListingIndex;
  readonly order: RowOrder;
  readonly sort: RowSort | undefined;
  readonly onSort: (sort: RowSort | undefined) => void;
  readonly selection: SelectionStore;
  readonly carry: CarryStore;
  readonly connectionId: string;
  /** Every row of the prefix is known; until then the row count is unknown to screen readers too. */
  readonly isComplete: boolean;
  /** Take the keyboard when the list appears: the person came here by it. */
  readonly takesFocus: boolean;
  readonly hrefFor: (prefix: Prefix) => string;
  readonly onOpen: (entry: ListingEntry) => void;
  readonly onParent: () => void;
  readonly onDelete: () => void;
  readonly onRename: () => void;
  /** How much is in the folder with the keyboard, or in all that is chosen. */
  readonly onSummary: () => void;
  readonly onShare: () => void;
  /** The object that is looked at; the preview follows the keyboard. */
  readonly previewKey: ObjectKey | undefined;
  readonly onPreview: (object: ListedObjectEntry | undefined, tab?: 'preview' | 'details') => void;
  /** The row menu: from its button, from the keyboard, or where the mouse was. */
  readonly renaming: Renaming | undefined;
  readonly onMenu: (entry: ListingEntry, anchor: HTMLElement | { x: number; y: number }) => void;
}

/**
 * The objects of a prefix as an APG grid: one tab stop, roving focus, only the visible rows in the page.
 *
 * [Note: A tile is a row] As tiles the rows stand side by side, and the arrows follow what the eye sees. To a screen reader
 * they stay what they are in the list, one row for each object with its true place and count: how many fit side by side
 * depends on the width of the window and says nothing about the folder.
 */
export function FileGrid(props: FileGridProps) {
  const { index: listed, order, selection, isComplete, takesFocus, hrefFor } = props;
  const { tile: Tile } = props;
  const view = Tile === undefined ? 'list' : 'grid';
  const { rows } = order;
  const { t } = useText();
  const gridRef = useRef<HTMLDivElement>(null);
  const focused = useStore(selection, (state) => focusedIn(state, listed));
  const focusedIndex = order.indexOf(focused);
  const cut = useStore(props.carry, (state) => cutIn(state, props.connectionId));
  const twins = useMemo(() => lookalikes(listed, rows), [listed, rows]);
  const { layout, inView, height, visible, showPlace } = useGridLines(gridRef, view, rows.length, focusedIndex);

  const wantsFocus = useRef(takesFocus);
  const moveFocus = (index: number): void => {
    wantsFocus.current = true;
    showPlace(index);
  };

  // A step to the neighbour from the preview leaves the keyboard there, and the list shows where that is.
  const { previewKey } = props;
  const isPreviewing = previewKey !== undefined;
  const previewedRow = isPreviewing ? listed.rowOf(previewKey) : -1;
  useEffect(() => {
    if (isPreviewing && focusedIndex >= 0) showPlace(focusedIndex);
  }, [isPreviewing, focusedIndex, showPlace]);

  // Where one came from, or was before the view changed.
  const hasShown = useRef(false);
  useEffect(() => {
    if (hasShown.current || focusedIndex < 0) return;
    hasShown.current = true;
    showPlace(focusedIndex);
  }, [focusedIndex, showPlace]);

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
  const last = useRef({ place: 0, index: listed, order });
  useLayoutEffect(() => {
    const hadFocus =
      document.activeElement === document.body || gridRef.current?.contains(document.activeElement) === true;
    const before = focusedIn(selection.getState(), listed);
    const placeOfNext = (): number => nextPlace(last.current, { index: listed, order });
    updateSelection(selection, (state) => keepShown(moveTo(state, listed), order, placeOfNext));
    if (hadFocus && before >= 0 && focusedIn(selection.getState(), listed) !== before) wantsFocus.current = true;
  }, [listed, order, selection]);
  useLayoutEffect(() => {
    if (focusedIndex >= 0) last.current = { place: focusedIndex, index: listed, order };
  }, [focusedIndex, listed, order]);

  useLayoutEffect(() => {
    if (!wantsFocus.current || rows.length === 0) return;
    // Asked anew: the rows may have changed just before, in the same drawing.
    const index = Math.max(0, order.indexOf(focusedIn(selection.getState(), listed)));
    const row = gridRef.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const onKeyDown = useGridKeys({
    ...props,
    isPreviewing,
    focusedIndex,
    inView,
    moveFocus,
  });

  const mouse = useGridMouse(props);

  const slots = useSlots(visible.map(({ place }) => rows[place] ?? 0));

  function drawRow(place: number, top: number, slot: number | undefined) {
    const row = rows[place] ?? 0;
    const shared = {
      entry: listed.entryOf(row),
      row,
      index: place,
      top,
      isTabStop: place === Math.max(0, focusedIndex),
      looksLikeAnother: twins.has(row),
      isPreviewed: row === previewedRow,
      isCut: cut?.has(keyOf(listed.entryOf(row))) === true,
      nameField: row === props.renaming?.row ? props.renaming.field : undefined,
      selection,
      hrefFor,
    };
    if (Tile === undefined) return <FileRow key={slot} {...shared} />;
    const { tileWidth } = layout;
    return <Tile key={row} {...shared} left={leftOf(place, layout)} width={tileWidth} draw={props.drawThumbnail} />;
  }

  return (
    <div
      ref={gridRef}
      role="grid"
      className={styles.grid}
      aria-label={t.files}
      aria-multiselectable
      aria-rowcount={isComplete ? rows.length + 1 : -1}
      aria-colcount={view === 'grid' ? 3 : 5}
      aria-busy={!isComplete}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      {...mouse}
      onFocus={(event) => {
        // A press beside the rows leaves the keyboard on a row.
        if (event.target === gridRef.current)
          gridRef.current.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus({ preventScroll: true });
        const row = rowAt(event.target, rows);
        if (row !== undefined && row !== focused)
          updateSelection(selection, (state) => focusRow(moveTo(state, listed), row));
      }}
    >
      <GridHead order={order} selection={selection} view={view} sort={props.sort} onSort={props.onSort} />
      <div role="rowgroup" className={styles.body} style={{ height }}>
        {visible.map(({ place, top }, index) => drawRow(place, top, slots[index]?.slot))}
      </div>
    </div>
  );
}
