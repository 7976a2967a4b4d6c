import { describe, expect, test } from 'vitest';
import { findTyped, typeLetter } from './typeAhead.ts';

const names = ['alpha', 'Beta', 'beta2', 'gamma', '报告', 'ggg'];
const find = (from: number, text: string) => findTyped((i) => names[i]!, names.length, from, text);

test.each([
  [-1, 'b', 1],
  [1, 'b', 2],
  [2, 'b', 1],
  [1, 'bb', 2],
  [1, 'be', 1],
  [1, 'beta2', 2],
  [0, 'ga', 3],
  [3, '报', 4],
  [0, 'x', -1],
  [3, 'g', 5],
])('from row %d, typing %s goes to row %d', (from, text, expected) => {
  expect(find(from, text)).toBe(expected);
});

test('no rows, no jump', () => {
  expect(findTyped(() => '', 0, -1, 'a')).toBe(-1);
});

describe('letters', () => {
  test('typed quickly are one word, after a pause a new one', () => {
    const first = typeLetter(undefined, 'r', 1000);
    const second = typeLetter(first, 'e', 1500);
    expect(second.text).toBe('re');
    expect(typeLetter(second, 'x', 2400).text).toBe('x');
  });
});
