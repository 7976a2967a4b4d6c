import { expect, test } from 'vitest';
import { sharedFolders, shownFolders } from './sharedFolders.ts';

const object = (key: string) => ({ key, sizeBytes: 1, signature: '' });
const folders = sharedFolders(['p/b10.txt', 'p/b2.txt', 'p/x/z.txt', 'p/x/y/1.txt', 'p/x//'].map(object), 'p/', 'en');

test('objects lie in their folders, sorted as people sort', () => {
  expect(folders.map(({ path, rows }) => [path, rows.map(({ name }) => name)])).toEqual([
    ['', ['b2.txt', 'b10.txt']],
    ['x/', ['', 'z.txt']],
    ['x/y/', ['1.txt']],
  ]);
});

test.each([
  ['zh-CN', ['安', '文', '张']],
  ['en', ['安', '张', '文']],
])('names are sorted as those who speak %s do: Chinese ones by their sound, or by their strokes', (locale, sorted) => {
  const [root] = sharedFolders(['文', '张', '安'].map(object), '', locale);
  expect(root?.rows.map(({ name }) => name)).toEqual(sorted);
});

test.each([
  ['', 9, ['b2.txt', 'b10.txt', '', 'z.txt', '1.txt'], 0],
  ['', 3, ['b2.txt', 'b10.txt', ''], 2],
  ['', 2, ['b2.txt', 'b10.txt'], 3],
  [' B1 ', 9, ['b10.txt'], 0],
  ['x/y', 9, ['1.txt'], 0],
  ['nothing', 9, [], 0],
])('looking for "%s", at most %i', (words, most, names, hidden) => {
  const shown = shownFolders(folders, words, most);
  expect(shown.folders.flatMap(({ rows }) => rows.map(({ name }) => name))).toEqual(names);
  expect(shown.hiddenCount).toBe(hidden);
});
