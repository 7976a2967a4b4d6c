import { expect, test } from 'vitest';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { arrangeEntries } from './arrangeEntries.ts';
import { lookalikes } from './lookalikes.ts';
import { whatCanBeDone } from './whatCanBeDone.ts';

const object = (name: string, addressable = true): ListingEntry => ({
  type: 'object',
  key: name,
  name,
  sizeBytes: 1,
  lastModified: new Date(0),
  etag: '',
  storageClass: 'STANDARD',
  addressable,
});
const folder = (name: string): ListingEntry => ({ type: 'folder', prefix: `${name}/`, name });
const arrange = (entries: readonly ListingEntry[], filter = '') =>
  arrangeEntries(entries, { filter, locale: 'en' }).map((entry) => entry.name);

test('folders first, then objects, as people count', () => {
  expect(arrange([object('10.txt'), object('2.txt'), folder('z'), object('B'), object('a'), folder('Y')])).toEqual([
    'Y',
    'z',
    '2.txt',
    '10.txt',
    'a',
    'B',
  ]);
});

test('a filter looks anywhere in the name, whatever the case, and is no pattern', () => {
  const entries = [object('Report.pdf'), object('old report'), object('x.*'), folder('reports')];
  expect(arrange(entries, ' REPORT ')).toEqual(['reports', 'old report', 'Report.pdf']);
  expect(arrange(entries, '.*')).toEqual(['x.*']);
});

test('names that differ only in composition look the same; a folder and an object do not', () => {
  const composed = object('caf\u00e9');
  const decomposed = object('cafe\u0301');
  expect([...lookalikes([composed, decomposed, object('cafe'), folder('caf\u00e9')])]).toEqual([
    'object:caf\u00e9',
    'object:cafe\u0301',
  ]);
});

test.each<[string, ListingEntry[], ReturnType<typeof whatCanBeDone>]>([
  ['nothing', [], { download: false, share: false, rename: false, hasUnsafe: false }],
  ['one object', [object('a')], { download: true, share: true, rename: true, hasUnsafe: false }],
  ['two objects', [object('a'), object('b')], { download: true, share: false, rename: false, hasUnsafe: false }],
  ['a folder', [folder('a')], { download: true, share: false, rename: true, hasUnsafe: false }],
  ['an unsafe key', [object('..', false)], { download: false, share: false, rename: true, hasUnsafe: true }],
  [
    'an unsafe key among others',
    [object('a'), object('..', false)],
    { download: false, share: false, rename: false, hasUnsafe: true },
  ],
])('%s', (_what, chosen, expected) => {
  expect(whatCanBeDone(chosen)).toEqual(expected);
});
