import { expect, test } from 'vitest';
import type { Sameness } from '#listing/compareContents.ts';
import { judgeChange } from './judgeChange.ts';

const side = (minute: number) => ({ sizeBytes: 7, lastModified: new Date(minute * 60_000) });

test.each<[number, number, Sameness, string]>([
  // Minutes of the file and of the object, which are of one size.
  [1, 2, 'identical', 'same by checksum'],
  // Touched, not changed.
  [3, 2, 'identical', 'same by checksum'],
  [1, 2, 'different', 'changed by checksum'],
  [1, 2, 'unknown', 'same by time'],
  [2, 2, 'unknown', 'same by time'],
  [3, 2, 'unknown', 'changed by time'],
])('file of minute %d, object of minute %d, contents %s: %s', (fileMinute, objectMinute, sameness, judged) => {
  const { kind, judgedBy } = judgeChange(side(fileMinute), side(objectMinute), { sameness });
  expect(`${kind} by ${judgedBy}`).toBe(judged);
});

test('another size is a change, whatever the times', () => {
  const old = { sizeBytes: 1, lastModified: new Date(0) };
  expect(judgeChange(old, { ...old, sizeBytes: 2 }, { sameness: 'unknown' })).toEqual({
    kind: 'changed',
    judgedBy: 'size',
  });
});
