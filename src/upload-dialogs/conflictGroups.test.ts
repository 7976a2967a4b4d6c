import { expect, test } from 'vitest';
import type { Conflict, ContentsKnown } from './Conflict.ts';
import { conflictGroups } from './conflictGroups.ts';

const side = { sizeBytes: 1, lastModified: new Date(0) };
const all = (...contents: readonly ContentsKnown[]): Conflict[] =>
  contents.map((known, n) => ({ id: String(n), name: String(n), existing: side, incoming: side, contents: known }));

test.each<[ContentsKnown[], [string, number][]]>([
  [[], []],
  [['different', 'different'], []],
  [['comparing', 'unknown'], []],
  [
    ['different', 'identical', 'identical'],
    [
      ['all', 3],
      ['different', 1],
      ['identical', 2],
    ],
  ],
  [
    ['comparing', 'unknown', 'different'],
    [
      ['all', 3],
      ['different', 1],
      ['sameSize', 2],
    ],
  ],
])('%j', (contents, groups) => {
  expect(conflictGroups(all(...contents)).map(({ group, count }) => [group, count])).toEqual(groups);
});
