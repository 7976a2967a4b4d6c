import { expect, test } from 'vitest';
import { columnsOf } from '#cos/createColumnWriter.ts';
import { createListingIndex } from '#listing/createListingIndex.ts';
import { nextPlace, type ShownRows } from './nextPlace.ts';
import { rowOrder } from './RowOrder.ts';

const listed = (key: string) => ({ key, sizeBytes: 1, lastModified: new Date(0), etag: 'e', storageClass: 'STANDARD' });

function shown(folders: readonly string[], names: readonly string[]): ShownRows {
  const index = createListingIndex('');
  index.addPage('', columnsOf('', [...folders], names.map(listed)));
  return { index, order: rowOrder(index.rows()) };
}

const before = shown(['box/'], ['a', 'b', 'c', 'd']);

test.each<[string, number, ShownRows, number]>([
  ['the row after it', 2, shown(['box/'], ['a', 'c', 'd']), 2],
  ['the row after it, though another came before', 2, shown(['.trash/', 'box/'], ['a', 'c', 'd']), 3],
  ['the next of those that are left', 1, shown(['box/'], ['d']), 1],
  ['a folder goes as well', 0, shown([], ['a', 'b', 'c', 'd']), 0],
  ['the last one: its place, which is one too far', 4, shown(['box/'], ['a', 'b', 'c']), 4],
])('%s', (_case, place, now, expected) => {
  expect(nextPlace({ ...before, place }, now)).toBe(expected);
});
