import { expect, test } from 'vitest';
import { plainText } from './plainText.ts';

test.each([
  ['  a\n\tb\u0000c ', 'a b c'],
  ['evil\u202egnp.exe', 'evilgnp.exe'],
  ['<b>kept as text</b>', '<b>kept as text</b>'],
])('%j', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});

test('is cut to the limit', () => {
  expect(plainText('x'.repeat(500), 10)).toBe('xxxxxxxxx…');
});
