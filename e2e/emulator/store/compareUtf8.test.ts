import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareUtf8 } from './compareUtf8.ts';

test.each([
  ['', 'a', -1],
  ['a', 'a', 0],
  ['a', 'ab', -1],
  ['Z', 'a', -1],
  ['a/b', 'a0', -1],
  // UTF-16 would say the opposite of the next two.
  ['\u{1F600}', '\uFF5E', 1],
  ['x\uE000', 'x\u{10000}', -1],
  ['照片', '文件', 1],
])('%j against %j', (a, b, sign) => {
  expect(Math.sign(compareUtf8(a, b))).toBe(sign);
  expect(Math.sign(compareUtf8(b, a))).toBe(-sign + 0);
});

test('is the order of the UTF-8 bytes, whatever the keys', () => {
  const key = fc.string({
    unit: fc.constantFrom('', 'a', '/', '\u007F', '\u0080', '\uD7FF', '\uE000', '\uFFFF', '\u{10000}', '\u{10FFFF}'),
    maxLength: 6,
  });
  fc.assert(
    fc.property(key, key, (a, b) => {
      expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});
