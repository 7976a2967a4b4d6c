import { expect, test } from 'vitest';
import { sliceSegments } from './readSegments.ts';

const segments = [
  { file: 'a', sizeBytes: 10 },
  { file: 'b', sizeBytes: 5 },
  { file: 'c', sizeBytes: 1 },
];

test.each([
  [0, 15, ['a:0-9', 'b:0-4', 'c:0-0']],
  [0, 0, ['a:0-0']],
  [9, 10, ['a:9-9', 'b:0-0']],
  [10, 14, ['b:0-4']],
  [12, 15, ['b:2-4', 'c:0-0']],
  [15, 15, ['c:0-0']],
  [0, -1, []],
])('bytes %i to %i are %j', (start, end, expected) => {
  expect(sliceSegments(segments, start, end).map((s) => `${s.file}:${s.start}-${s.end}`)).toEqual(expected);
});
