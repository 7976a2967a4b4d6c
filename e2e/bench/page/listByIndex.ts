import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import { createArranger } from '#listing/createArranger.ts';
import { createListingIndex } from '#listing/createListingIndex.ts';
import { listInto } from '#listing/listInto.ts';
import type { RowWish } from '#listing/RowWish.ts';
import { openConnection } from './openConnection.ts';
import { watchTasks } from './watchTasks.ts';

export interface ListingTimes {
  readonly count: number;
  readonly totalMs: number;
  readonly longestTaskMs: number;
}

export interface ArrangeTimes {
  readonly sizeMs: number;
  readonly nameMs: number;
  readonly filterMs: number;
  readonly matches: number;
}

let index = createListingIndex('');

/** Everything in the bucket, over both of its names, as the app lists it. */
export async function listByIndex(): Promise<ListingTimes> {
  const { connection, credentials, clock } = await openConnection(2);
  const cos = createCosClient({ connection, credentials, clock, lanes: createLanes() });
  await cos.listObjects({ prefix: 'warm', maxKeys: 1 });
  index = createListingIndex('');
  const watch = watchTasks();
  const started = performance.now();
  await listInto(cos, index);
  const rows = index.rows();
  return { count: rows.length, totalMs: performance.now() - started, longestTaskMs: await watch.stop() };
}

/** Medians would hide the first time, which is the one a person waits for; but the worker has its columns by then. */
export async function arrange(): Promise<ArrangeTimes> {
  const arranger = createArranger(index);
  const time = async (wish: Partial<RowWish>): Promise<{ ms: number; count: number }> => {
    const started = performance.now();
    const { length } = await arranger.later({ search: '', locale: 'en', ...wish });
    return { ms: performance.now() - started, count: length };
  };
  await time({ search: 'no such name' });
  const filter = await time({ search: '9999' });
  const size = await time({ sort: { by: 'size', isDescending: true } });
  const name = await time({ sort: { by: 'name', isDescending: false } });
  arranger.close();
  return { sizeMs: size.ms, nameMs: name.ms, filterMs: filter.ms, matches: filter.count };
}
