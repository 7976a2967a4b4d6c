import { callWithRetries } from '#cos/callWithRetries.ts';
import { compareKeys } from '#cos/compareKeys.ts';
import type { CosClient, Priority } from '#cos/CosClient.ts';
import { DELIMITER } from '#cos/objectKey.ts';
import type { ObjectColumns } from '#cos/ObjectColumns.ts';
import type { RetryPolicy } from '#cos/retryPolicy.ts';
import { cutColumns } from './cutColumns.ts';
import { createStretches, WORTH_ROWS, type OpenStretch } from './createStretches.ts';
import { listingBroken } from './listingBroken.ts';
import type { ListingIndex } from './ListingIndex.ts';
import { compareInBlocks, nameInBlock } from './RowBlock.ts';

export interface ListIntoOptions {
  readonly signal?: AbortSignal;
  readonly policy?: RetryPolicy;
  /** Pages asked for at the same time, at most. Default 11: two hosts, and one connection for a click. */
  readonly maxLanes?: number;
  /** A stretch is divided when it probably has more rows than this to come. Default 1,500: a page and a half. */
  readonly worthRows?: number;
  /** A page is in the index. */
  readonly onPage?: () => void;
}

/**
 * Lists a prefix into an index and ends when the last page is in it.
 *
 * [Note: Many pages at once] A listing is a chain: each page names the marker of the next, so 1,000 pages are 1,000
 * round trips. But a marker may be any name, so the names behind the first page are divided, and each part listed by
 * itself; who is through early takes half of what somebody else has left. A row belongs to the part its name lies in, and
 * to no other: a page that reaches over its part's end is cut there.
 *
 * @throws CosError, `ListingBroken` among them when a marker does not move on or names repeat; the signal's reason. What
 *   is in the index then is not the whole.
 */
export async function listInto(
  cos: Pick<CosClient, 'listObjectColumns' | 'location'>,
  index: Pick<ListingIndex, 'prefix' | 'isRecursive' | 'addPage'>,
  options: ListIntoOptions = {},
): Promise<void> {
  const { signal, policy, maxLanes = 11, worthRows = WORTH_ROWS, onPage } = options;
  const { prefix, isRecursive } = index;
  const stop = new AbortController();
  const inner = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const stretches = createStretches({ avoids: isRecursive ? undefined : DELIMITER, worthRows });
  let lanes = 0;
  let pages = 0;

  async function askFor(stretch: OpenStretch): Promise<void> {
    const { at } = stretch;
    const marker = at === '' ? undefined : prefix + at;
    const priority: Priority = stretch.isFirst ? 'interactive' : 'transfer';
    const { columns, nextMarker } = await callWithRetries(
      () =>
        cos.listObjectColumns(
          { prefix, ...(isRecursive ? {} : { delimiter: DELIMITER }), ...(marker === undefined ? {} : { marker }) },
          { priority, signal: inner },
        ),
      { signal: inner, ...(policy ? { policy } : {}) },
    );
    const next = nextMarker?.slice(prefix.length);
    const movesOn = next === undefined || (nextMarker?.startsWith(prefix) === true && compareKeys(next, at) > 0);
    if (!movesOn || !isAscending(columns)) throw listingBroken(cos.location, prefix);
    const ours = cutTo(columns, at, stretch.high);
    index.addPage(marker ?? '', ours);
    stretches.listed(stretch, ours, next);
    pages += 1;
    onPage?.();
  }

  /** Lists one stretch to its end, then helps with others. */
  async function work(first: OpenStretch): Promise<void> {
    let stretch: OpenStretch | undefined = first;
    while (stretch !== undefined) {
      while (!stretch.isDone) {
        // oxlint-disable-next-line no-await-in-loop -- a stretch is a chain: each page names the next
        await askFor(stretch);
        callHelp();
      }
      stretch = stretches.split();
    }
    lanes -= 1;
  }

  const working = new Set<Promise<void>>();
  function start(stretch: OpenStretch): void {
    lanes += 1;
    const job = work(stretch).catch((error: unknown) => {
      stop.abort(error);
      throw error;
    });
    working.add(job);
    void job.then(
      () => working.delete(job),
      () => {},
    );
  }

  /** More lanes as the list proves long: two after the first page, four after the second. */
  function callHelp(): void {
    while (lanes < Math.min(maxLanes, 2 * pages) && !inner.aborted) {
      const stretch = stretches.split();
      if (stretch === undefined) return;
      start(stretch);
    }
  }

  start(stretches.first);
  try {
    while (working.size > 0) {
      // oxlint-disable-next-line no-await-in-loop -- lanes start lanes: whoever ends may have left others behind
      await Promise.race(working);
    }
  } catch (error) {
    await Promise.allSettled(working);
    signal?.throwIfAborted();
    throw stop.signal.reason ?? error;
  }
}

/** Each name once, in the order of COS; anything else is a page that repeats itself. */
function isAscending(columns: ObjectColumns): boolean {
  const block = { columns };
  for (let row = 1; row < columns.count; row += 1) {
    if (row !== columns.folderCount && compareInBlocks(block, row - 1, block, row) >= 0) return false;
  }
  return true;
}

/**
 * The rows behind `low`, up to `high` and including it. The object named like the prefix itself, which makes an empty
 * folder exist, is a row only when it has bytes: a person would miss those.
 */
function cutTo(columns: ObjectColumns, low: string, high: string | undefined): ObjectColumns {
  const block = { columns };
  const isTooEarly = (row: number): boolean => {
    const name = nameInBlock(block, row);
    return name === '' ? low !== '' || columns.sizes[row] === 0 : compareKeys(name, low) <= 0;
  };
  const isTooLate = (row: number): boolean => high !== undefined && compareKeys(nameInBlock(block, row), high) > 0;
  const range = (from: number, to: number): [number, number] => {
    let [start, end] = [from, to];
    while (start < end && isTooEarly(start)) start += 1;
    while (end > start && isTooLate(end - 1)) end -= 1;
    return [start, end];
  };
  return cutColumns(columns, range(0, columns.folderCount), range(columns.folderCount, columns.count));
}
