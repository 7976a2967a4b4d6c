import { expect, test } from 'vitest';
import { partRanges } from './copyInParts.ts';
import { DEFAULT_OPERATION_POLICY } from './OperationRun.ts';

const GIB = 1024 ** 3;

test.each([
  ['one byte more than one request takes', 5 * GIB + 1, 6, GIB],
  ['an even number of parts', 8 * GIB, 8, GIB],
  ['the largest there is, 10,000 parts of 5 GB (COS documentation 14518)', 10_000 * 5 * GIB, 10_000, 5 * GIB],
])('%s', (_, sizeBytes, count, largest) => {
  const ranges = partRanges(sizeBytes, DEFAULT_OPERATION_POLICY.partCopyBytes);
  expect(ranges).toHaveLength(count);
  expect(Math.max(...ranges.map(({ start, end }) => end - start))).toBe(largest);
  expect(ranges.every(({ start, end }, index) => end > start && start === (ranges[index - 1]?.end ?? 0))).toBe(true);
  expect(ranges.at(-1)?.end).toBe(sizeBytes);
});
