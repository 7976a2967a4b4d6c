import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentEncode } from './percentEncode.ts';

describe('percentEncode', () => {
  test.each([
    ['abcXYZ019-_.~', 'abcXYZ019-_.~'],
    ["a b+c/d!'()*", 'a%20b%2Bc%2Fd%21%27%28%29%2A'],
    ['照片', '%E7%85%A7%E7%89%87'],
    ['\ud800', '%EF%BF%BD'],
  ])('%j', (text, encoded) => {
    expect(percentEncode(text)).toBe(encoded);
  });

  test('every text comes back, from unreserved letters only', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        const encoded = percentEncode(text);
        expect(decodeURIComponent(encoded)).toBe(text.toWellFormed());
        expect(encoded).toMatch(/^(?:[\w.~-]|%[0-9A-F]{2})*$/);
      }),
    );
  });
});
