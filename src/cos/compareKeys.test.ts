import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from './compareKeys.ts';

test('is the order of UTF-8 bytes', () => {
  const text = string({
    unit: constantFrom('a', 'b', '/', 'é', '照', '\ue000', '～', '\uffff', '😀', '\u{10ffff}'),
    maxLength: 6,
  });
  assert(
    property(text, text, (a, b) => {
      expect(Math.sign(compareKeys(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
    }),
  );
  expect(compareKeys('～', '😀')).toBeLessThan(0);
});
