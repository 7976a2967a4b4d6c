import { assert, constantFrom, array, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseName, encodeKeyForPath, isAddressable, keyByteLength, parentPrefix } from './objectKey.ts';

describe('isAddressable', () => {
  test.each([
    'a',
    'a/b',
    'a//b',
    '/a',
    'a/',
    '...',
    '.a',
    'a..',
    '%2e%2e/x',
    'a\\..\\b',
    '照片/😀',
    "+%2F#?&='<>*~;@",
    '\t',
  ])('%j can be requested', (key) => {
    expect(isAddressable(key)).toBe(true);
  });

  test.each(['', '.', '..', '../x', 'a/..', 'a/../b', 'a/./b', './a', 'a/.', '\ud800', 'a/\udc00'])(
    '%j is never requested',
    (key) => {
      expect(isAddressable(key)).toBe(false);
    },
  );

  test('an addressable key is what the server reads from the URL; any other holds a dot segment', () => {
    const piece = constantFrom('.', '..', '/', '%2e', '\\', 'a', ' ', '?', '#', '照');
    assert(
      property(array(piece, { minLength: 1 }), string({ unit: 'grapheme' }), (pieces, tail) => {
        const key = pieces.join('') + tail;
        if (!key.isWellFormed()) return;
        const { pathname } = new URL(`https://host.invalid/${encodeKeyForPath(key)}`);
        expect(isAddressable(key)).toBe(decodeURIComponent(pathname) === `/${key}`);
        expect(isAddressable(key)).toBe(!key.split('/').some((segment) => segment === '.' || segment === '..'));
      }),
    );
  });
});

test.each([
  ['a/b.txt', 'b.txt', 'a/'],
  ['a/b/', 'b', 'a/'],
  ['a', 'a', ''],
  ['a//', '', 'a/'],
])('%j has base name %j in %j', (key, name, parent) => {
  expect(baseName(key)).toBe(name);
  expect(parentPrefix(key)).toBe(parent);
});

test('length is counted in bytes', () => {
  expect(keyByteLength('照片')).toBe(6);
});
