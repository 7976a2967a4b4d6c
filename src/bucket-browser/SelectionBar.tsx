import { Suspense, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { RowSet } from '#listing/RowSet.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { lazyPart } from '#ui/lazyPart.tsx';
import { useFocusKeeper } from '#ui/useFocusKeeper.ts';
import styles from './SelectionBar.module.css';
import type { SelectionActionsProps } from './SelectionActions.tsx';

const SelectionActions = lazyPart(async () => (await import('./SelectionActions.tsx')).SelectionActions);

export interface SelectionBarProps extends Omit<SelectionActionsProps, 'selected'> {
  /** Rows that are shown, after the filter. */
  readonly shownCount: number;
  /** A long list is being sorted, this far from 0 to 1. */
  readonly sortedFraction: number | undefined;
  readonly isComplete: boolean;
  /** Pages are on their way; with a whole list, those of a newer one. */
  readonly isFetching: boolean;
  readonly onStop: () => void;
  /** What chooses the rows that are shown. */
  readonly controls: ReactNode;
}

/** How many are here and what is shown of them; or how many are chosen, and what can be done with those. */
export function SelectionBar(props: SelectionBarProps) {
  const { index, shownCount, totalCount, isComplete, selection, sortedFraction } = props;
  const { t, formats } = useText();
  const selected = useStore(selection, (state) =>
    state.index === index && totalCount > 0 ? state.selected : RowSet.empty,
  );

  // The strip goes away with the last chosen row, such as one that was moved by its button; the list goes on from there.
  const barRef = useRef<HTMLDivElement>(null);
  const keeper = useFocusKeeper(() => barRef.current?.closest('main')?.querySelector('[data-index][tabindex="0"]'));

  if (selected.size === 0) {
    const isFiltered = shownCount !== totalCount;
    return (
      <div ref={barRef} className={styles.bar} {...keeper}>
        <span className={styles.count}>
          {isComplete
            ? isFiltered
              ? t.matchCount(formats.number(shownCount), formats.number(totalCount))
              : t.itemCount(totalCount)
            : props.isFetching
              ? t.stillListing(formats.number(totalCount))
              : t.listingPaused(formats.number(totalCount))}
          {isFiltered && !isComplete && ` · ${t.matchCount(formats.number(shownCount), formats.number(totalCount))}`}
          {sortedFraction !== undefined && isComplete && ` · ${t.sorting(formats.percent(sortedFraction))}`}
        </span>
        {props.isFetching && isComplete && <span>{t.loading}</span>}
        {props.isFetching && !isComplete && (
          <Button size="small" onClick={props.onStop}>
            {t.stopListing}
          </Button>
        )}
        {props.controls}
      </div>
    );
  }

  return (
    <div ref={barRef} className={styles.bar} data-active {...keeper}>
      <Suspense>
        <SelectionActions {...props} selected={selected} />
      </Suspense>
    </div>
  );
}
