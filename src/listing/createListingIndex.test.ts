import { array, assert, constantFrom, nat, oneof, property, record, tuple, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '#cos/createColumnWriter.ts';
import { compareKeys } from '#cos/compareKeys.ts';
import type { ListedObject } from '#cos/CosObject.ts';
import { createListingIndex } from './createListingIndex.ts';
import type { ListingIndex } from './ListingIndex.ts';

const object = (key: string, sizeBytes = 1, etag = 'a'.repeat(32), storageClass = 'STANDARD'): ListedObject => {
  return { key, sizeBytes, lastModified: new Date(sizeBytes * 1000), etag, storageClass };
};

function namesIn(index: ListingIndex): string[] {
  return Array.from(index.rows(), (row) => index.nameOf(row) + (index.isFolder(row) ? '/' : ''));
}

test('a row tells what was listed, exactly', () => {
  const index = createListingIndex('p/');
  const objects = [
    object('p/..', 0, 'ODD'),
    object('p/a', 2 ** 40, `${'0f'.repeat(16)}-12`),
    object('p/蜂', 3, 'x', 'ARCHIVE'),
  ];
  index.addPage('', columnsOf('p/', ['p/q/', 'p//'], objects));
  expect(Array.from(index.rows(), (row) => index.entryOf(row))).toEqual([
    { type: 'folder', prefix: 'p/q/', name: 'q' },
    { type: 'folder', prefix: 'p//', name: '' },
    { type: 'object', ...objects[0], name: '..', addressable: false },
    { type: 'object', ...objects[1], name: 'a', addressable: true },
    { type: 'object', ...objects[2], name: '蜂', addressable: true },
  ]);
  expect(index.entryOf(index.rowOf('p/a'))).toBe(index.entryOf(index.rowOf('p/a')));
});

test('pages may come in any order', () => {
  const index = createListingIndex('');
  index.addPage('m', columnsOf('', ['n/'], [object('x')]));
  index.addPage('', columnsOf('', ['b/'], [object('a')]));
  expect(namesIn(index)).toEqual(['b/', 'n/', 'a', 'x']);
});

test('a row keeps its number whatever is written around it and to it', () => {
  const index = createListingIndex('');
  index.addPage('', columnsOf('', [], [object('b')]));
  const row = index.rowOf('b');
  index.put([], [object('a'), object('b', 7, 'b'.repeat(32)), object('c')]);
  expect(index.rowOf('b')).toBe(row);
  expect(index.entryOf(row)).toMatchObject({ sizeBytes: 7, etag: 'b'.repeat(32) });
  index.delete(['b']);
  expect([index.rowOf('b'), index.count]).toEqual([-1, 2]);
  index.put([], [object('b')]);
  expect([index.rowOf('b'), index.count]).toEqual([row, 3]);
});

test('whatever is listed, written and deleted: what a map would hold, in the order of COS', () => {
  const name = tuple(constantFrom('a', 'b', '蜂', '🐝', '\uFFFF', ' '), constantFrom('', '1', '/', '2')).map((parts) =>
    parts.join(''),
  );
  const written = record({
    key: name,
    size: nat(9),
    etag: constantFrom('odd', '0'.repeat(32), `${'1'.repeat(32)}-3`),
    storageClass: constantFrom('STANDARD', 'ARCHIVE'),
  });
  const step = oneof(
    record({ put: array(written, { minLength: 1, maxLength: 4 }) }),
    record({ delete: array(name, { minLength: 1, maxLength: 4 }) }),
  );
  assert(
    property(uniqueArray(name), nat(10), array(step, { maxLength: 12 }), (listed, pageRows, steps) => {
      const index = createListingIndex('');
      const model = new Map<string, ListedObject | 'folder'>();
      const names = listed.toSorted(compareKeys);
      let after = '';
      for (let from = 0; from < names.length; from += pageRows + 1) {
        const page = names.slice(from, from + pageRows + 1);
        const folders = page.filter((each) => each.endsWith('/'));
        const objects = page.filter((each) => !each.endsWith('/')).map((key) => object(key));
        index.addPage(after, columnsOf('', folders, objects));
        for (const each of folders) model.set(each, 'folder');
        for (const each of objects) model.set(each.key, each);
        after = page.at(-1) ?? after;
      }
      for (const each of steps) {
        if ('put' in each) {
          const folders = each.put.filter(({ key }) => key.endsWith('/')).map(({ key }) => key);
          const objects = each.put
            .filter(({ key }) => !key.endsWith('/'))
            .map(({ key, size, etag, storageClass }) => object(key, size, etag, storageClass));
          index.put(folders, objects);
          for (const folder of folders) model.set(folder, 'folder');
          for (const one of objects) model.set(one.key, one);
        } else {
          index.delete(each.delete);
          for (const key of each.delete) model.delete(key);
        }
      }
      const wanted = [...model.keys()].toSorted(
        (a, b) => Number(b.endsWith('/')) - Number(a.endsWith('/')) || compareKeys(a, b),
      );
      expect(namesIn(index)).toEqual(wanted);
      expect(index.count).toBe(wanted.length);
      for (const key of wanted) {
        const row = index.rowOf(key);
        expect(index.isAlive(row)).toBe(true);
        const known = model.get(key);
        expect(index.entryOf(row)).toMatchObject(known === 'folder' ? { type: 'folder', prefix: key } : (known ?? {}));
      }
    }),
    { numRuns: 400 },
  );
});

test('a page that comes after our own write does not bring the row a second time, nor its older facts', () => {
  const index = createListingIndex('');
  index.addPage('', columnsOf('', [], [object('a')]));
  index.put([], [object('m', 7)]);
  index.addPage('a', columnsOf('', [], [object('m', 1), object('n')]));
  expect(namesIn(index)).toEqual(['a', 'm', 'n']);
  expect(index.entryOf(index.rowOf('m'))).toMatchObject({ sizeBytes: 7 });
});
