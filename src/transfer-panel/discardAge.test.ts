import { expect, test } from 'vitest';
import { discardAge } from './discardAge.ts';

test.each([
  [undefined, 7],
  ['30', 30],
  ['1', 1],
  ['0', 7],
  ['1e3', 7],
  ['', 7],
])('%j days', (remembered, expected) => {
  expect(discardAge(remembered)).toBe(expected);
});
