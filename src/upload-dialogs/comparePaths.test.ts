import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { comparePaths } from './comparePaths.ts';

test('folders first, at every depth, and names as people count', () => {
  const paths = ['10.txt', 'b/1.txt', '2.txt', 'a/z.txt', 'a/b/c.txt', 'Ä/1.txt', 'a/10.txt', 'a/9.txt'];
  expect(paths.toSorted(comparePaths('en'))).toEqual([
    'a/b/c.txt',
    'a/9.txt',
    'a/10.txt',
    'a/z.txt',
    'Ä/1.txt',
    'b/1.txt',
    '2.txt',
    '10.txt',
  ]);
});

test('any walk gives the same list', () => {
  const name = constantFrom('a', 'A', 'b', '1', '01', '10', '2', 'é', 'e\u0301', '');
  const path = array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
  assert(
    property(array(path), (paths) => {
      const compare = comparePaths('en');
      expect(paths.toReversed().toSorted(compare)).toEqual(paths.toSorted(compare));
    }),
  );
});
