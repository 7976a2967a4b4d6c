import { expect, test } from 'vitest';
import { checkKey } from './checkKey.ts';

test.each([
  'a',
  'a//b',
  'a/b c',
  '007',
  '__proto__',
  'k'.repeat(850),
  '文'.repeat(283),
  'a\tb',
  '100%',
  'x\u202Egnp.exe',
])('%j may be uploaded', (key) => {
  expect(checkKey(key)).toBeUndefined();
});

test.each([
  ['k'.repeat(853), 'KeyTooLong', 3],
  ['🙂'.repeat(213), 'KeyTooLong', 2],
  ['/a', 'KeyNotAllowed', undefined],
  ['\\a', 'KeyNotAllowed', undefined],
  ['a\u0018', 'KeyNotAllowed', undefined],
  ['..', 'UnsafeKey', undefined],
  ['a/./b', 'UnsafeKey', undefined],
  ['a/..', 'UnsafeKey', undefined],
  ['\ud800', 'UnsafeKey', undefined],
  ['', 'UnsafeKey', undefined],
])('%j is refused: %s', (key, code, bytes) => {
  expect(checkKey(key)).toMatchObject({ kind: 'local', code });
  expect(checkKey(key)?.facts?.bytes).toBe(bytes);
});
