import { expect, test } from 'vitest';
import { createPacer } from './pacer.ts';

test('over time no more than the rate passes, however the bytes are cut', () => {
  let now = 0;
  const pacer = createPacer(1000, () => now);
  for (const bytes of [100, 400, 1, 499, 1000]) now += pacer.reserve(bytes);
  expect(now).toBeCloseTo(2000);
});

test('a late timer is made up for, a long pause is not', () => {
  let now = 0;
  const pacer = createPacer(1000, () => now);
  now += pacer.reserve(100) + 15;
  expect(pacer.reserve(100)).toBeCloseTo(85);
  now = 60_000;
  expect(pacer.reserve(100)).toBeCloseTo(80);
});
