import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from '#cos/compareKeys.ts';
import { markerBefore } from './markerBefore.ts';

test.each([
  ['a/photo.jpg', 'a/photo.jpf\u{10FFFD}'],
  ['a/0', 'a//\u{10FFFD}'],
  ['a/!', 'a/'],
  ['b', 'a\u{10FFFD}'],
  ['!', ''],
  ['蜂', '\u8701\u{10FFFD}'],
  ['\ue000', '\ud7ff\u{10FFFD}'],
  ['x🐝', 'x🐜\u{10FFFD}'],
])('before %j comes %j', (key, marker) => {
  expect(markerBefore(key)).toBe(marker);
});

test('it always comes before', () => {
  assert(
    property(string({ minLength: 1, unit: 'grapheme' }), (key) => {
      expect(compareKeys(markerBefore(key), key)).toBeLessThan(0);
    }),
  );
});
