import { useEffect, useMemo, useState } from 'react';
import { createArranger } from '#listing/createArranger.ts';
import type { RowWish } from '#listing/RowWish.ts';
import type { Listing } from './Listing.ts';

export interface ArrangedRows {
  readonly rows: Int32Array;
  /** A long list is being sorted, this far from 0 to 1; what is shown is the order before. */
  readonly sortedFraction?: number;
}

interface Answer {
  readonly listing: Listing;
  readonly wish: RowWish;
  readonly rows: Int32Array;
}

const NO_ROWS = new Int32Array(0);

/** The rows of a list as they are wished: at once where they are few, by and by where they are many. */
export function useArrangedRows(listing: Listing | undefined, wish: RowWish): ArrangedRows {
  const index = listing?.index;
  const arranger = useMemo(() => (index === undefined ? undefined : createArranger(index)), [index]);
  useEffect(() => arranger?.close, [arranger]);
  const [answer, setAnswer] = useState<Answer>();
  const [progress, setProgress] = useState<{ readonly wish: RowWish; readonly fraction: number }>();
  const [problem, setProblem] = useState<Error>();
  // To the person this is a crash of the page like any other, told by the boundary around it.
  if (problem) throw problem;

  const isPlain = wish.search.trim() === '' && wish.filter === undefined && wish.sort === undefined;
  const atOnce = useMemo(() => {
    if (listing === undefined || arranger === undefined) return NO_ROWS;
    return arranger.now(wish) ?? (isPlain ? listing.index.rows() : undefined);
  }, [listing, arranger, wish, isPlain]);

  useEffect(() => {
    if (atOnce !== undefined || listing === undefined || arranger === undefined) return;
    arranger
      .later(wish, (fraction) => setProgress({ wish, fraction }))
      .then((rows) => setAnswer({ listing, wish, rows }))
      .catch(setProblem);
  }, [atOnce, listing, arranger, wish]);

  if (atOnce !== undefined) return { rows: atOnce };
  const isCurrent = answer?.wish === wish && answer.listing === listing;
  const rows = answer?.listing.index === index ? answer?.rows : index?.rows();
  return {
    rows: rows ?? NO_ROWS,
    ...(isCurrent ? {} : { sortedFraction: progress?.wish === wish ? progress.fraction : 0 }),
  };
}
