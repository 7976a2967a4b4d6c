import { array, assert, constantFrom, nat, option, property, record, string, tuple, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from '#cos/compareKeys.ts';
import { columnsOf } from '#cos/createColumnWriter.ts';
import { fileKind } from '#lib/fileKind.ts';
import { arrangeRows } from './arrangeRows.ts';
import { createListingIndex } from './createListingIndex.ts';
import { KIND_GROUPS, kindGroup } from './kindGroup.ts';
import { rowFilter } from './rowFilter.ts';
import type { RowWish } from './RowWish.ts';
import { sortByName } from './sortByName.ts';
import { sortByNumber } from './sortByNumber.ts';

function listed(names: readonly string[], sizeOf = (_name: string): number => 1) {
  const index = createListingIndex('');
  const sorted = names.toSorted(compareKeys);
  for (let from = 0; from < sorted.length; from += 3) {
    const page = sorted.slice(from, from + 3);
    const objects = page
      .filter((name) => !name.endsWith('/'))
      .map((key) => ({ key, sizeBytes: sizeOf(key), lastModified: new Date(sizeOf(key)), etag: '', storageClass: '' }));
    index.addPage(
      from === 0 ? '' : (sorted[from - 1] ?? ''),
      columnsOf(
        '',
        page.filter((name) => name.endsWith('/')),
        objects,
      ),
    );
  }
  return index;
}

function run<T>(steps: Generator<number, T, undefined>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    expect(step.value).toBeGreaterThanOrEqual(0);
    expect(step.value).toBeLessThanOrEqual(1);
  }
}

function shown(names: readonly string[], wish: Partial<RowWish>, sizeOf?: (name: string) => number): string[] {
  const index = listed(names, sizeOf);
  const rows = run(arrangeRows(index.blocks, index.rows(), { search: '', locale: 'en', ...wish }));
  return Array.from(rows, (row) => index.nameOf(row) + (index.isFolder(row) ? '/' : ''));
}

test('folders first, both as people count', () => {
  expect(shown(['10.txt', '2.txt', 'b/', 'A/', '10/', '9/'], {})).toEqual(['9/', '10/', 'A/', 'b/', '2.txt', '10.txt']);
});

test.each([
  ['size', false, ['f/', 'b.txt', 'c', 'a.jpg', 'd.JPG']],
  ['size', true, ['f/', 'd.JPG', 'a.jpg', 'c', 'b.txt']],
  ['date', false, ['f/', 'b.txt', 'c', 'a.jpg', 'd.JPG']],
  ['kind', false, ['f/', 'c', 'a.jpg', 'd.JPG', 'b.txt']],
  ['name', true, ['f/', 'd.JPG', 'c', 'b.txt', 'a.jpg']],
] as const)('sorted by %s, descending: %s', (by, isDescending, wanted) => {
  const sizes: Record<string, number> = { 'a.jpg': 2 ** 40, 'b.txt': 5, c: 6, 'd.JPG': 2 ** 40 + 1 };
  expect(
    shown(['a.jpg', 'b.txt', 'c', 'd.JPG', 'f/'], { sort: { by, isDescending } }, (name) => sizes[name] ?? 0),
  ).toEqual(wanted);
});

test('the filter finds a part of a name in any case, and nothing across two names', () => {
  const letter = constantFrom('a', 'A', 'b', '蜂', 'É', 'é', '/', ' ');
  assert(
    property(
      uniqueArray(string({ unit: letter, minLength: 1, maxLength: 4 }), { maxLength: 12 }),
      string({ unit: letter, minLength: 1, maxLength: 3 }),
      (raw, search) => {
        const names = [...new Set(raw.map((name) => name.replaceAll('/', '')).filter((name) => name !== ''))].flatMap(
          (name, at) => (at % 3 === 0 ? [`${name}/`] : [name]),
        );
        const wanted = search.trim().toLocaleLowerCase();
        const matches = names.filter((name) => name.replace('/', '').toLocaleLowerCase().includes(wanted));
        expect(shown(names, { search }).toSorted()).toEqual(matches.toSorted());
      },
    ),
  );
});

test('a filter that asks for nothing lets everything through, folders too', () => {
  expect(shown(['a.jpg', 'f/'], { filter: {} })).toEqual(['f/', 'a.jpg']);
});

test('a filter lets through what each row by itself would pass', () => {
  const extension = constantFrom('jpg', 'PNG', 'pdf', 'csv', 'zip', 'mp4', 'b', '照', '');
  const limit = option(nat(12), { nil: undefined });
  assert(
    property(
      array(tuple(extension, nat(12)), { maxLength: 12 }),
      record({ kind: option(constantFrom(...KIND_GROUPS), { nil: undefined }), from: limit, to: limit, since: limit }),
      (made, { kind, from, to, since }) => {
        const files = made.map(([end, size], at) => ({ name: end === '' ? `n${at}` : `n${at}.x.${end}`, size }));
        const sizes = new Map(files.map(({ name, size }) => [name, size]));
        const names = [...sizes.keys(), 'f.jpg/', 'g/'];
        const passes = (name: string): boolean => {
          const hasLimits = from !== undefined || to !== undefined || since !== undefined;
          if (name.endsWith('/')) return !hasLimits && (kind === undefined || kind === 'folder');
          const size = sizes.get(name) ?? -1;
          if (size < (from ?? 0) || size > (to ?? 99) || size < (since ?? 0)) return false;
          return kind === undefined || kindGroup(fileKind(name)) === kind;
        };
        const filter = {
          ...(kind === undefined ? {} : { kind }),
          ...(from === undefined ? {} : { fromBytes: from }),
          ...(to === undefined ? {} : { toBytes: to }),
          ...(since === undefined ? {} : { fromTime: since, beforeTime: 99 }),
        };
        const found = shown(names, { filter }, (name) => sizes.get(name) ?? -1);
        expect(found.toSorted()).toEqual(names.filter(passes).toSorted());
        const both = shown(names, { filter, search: 'N1' }, (name) => sizes.get(name) ?? -1);
        expect(both.toSorted()).toEqual(names.filter((name) => passes(name) && name.includes('n1')).toSorted());
      },
    ),
  );
});

test('a choice becomes numbers, with whole days and both sizes included', () => {
  expect(rowFilter({ kind: 'image', size: '5-', date: '2026-01-31..2026-01-31' })).toEqual({
    kind: 'image',
    fromBytes: 5,
    fromTime: new Date(2026, 0, 31).getTime(),
    beforeTime: new Date(2026, 1, 1).getTime(),
  });
  expect(rowFilter({})).toBeUndefined();
});

test('numbers are sorted as numbers, and equal ones stay in their order', () => {
  assert(
    property(array(constantFrom(0, 1, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, 2 ** 48, 2 ** 53 - 1)), (values) => {
      const rows = Int32Array.from(values.keys());
      const wanted = [...rows].toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
      expect([...sortByNumber(rows, (row) => values[row] ?? 0)]).toEqual(wanted);
    }),
  );
});

test('a long list is sorted by name in portions, to the same end', () => {
  assert(
    property(record({ count: nat(40_000), seed: nat() }), ({ count, seed }) => {
      const names = Array.from({ length: count }, (_, at) => `n${Math.imul(at + seed, 0x9e3779b1) >>> 20}`);
      const { compare } = new Intl.Collator('en', { numeric: true });
      const sorted = run(sortByName(Int32Array.from(names.keys()), (row) => names[row] ?? '', 'en'));
      const isSorted = sorted.every((row, at) => {
        const before = sorted[at - 1] ?? -1;
        const difference = at === 0 ? -1 : compare(names[before] ?? '', names[row] ?? '');
        return difference < 0 || (difference === 0 && before < row);
      });
      expect([isSorted, new Set(sorted).size]).toEqual([true, count]);
    }),
    { numRuns: 5 },
  );
});
