import { expect, test } from 'vitest';
import { numberedKey } from './numberedKey.ts';

test.each([
  ['a/photo.jpg', 'a/photo (1).jpg'],
  ['a/photo (1).jpg', 'a/photo (2).jpg'],
  ['a/photo (9).jpg', 'a/photo (10).jpg'],
  ['archive.tar.gz', 'archive.tar (1).gz'],
  ['.env', '.env (1)'],
  ['a.b/README', 'a.b/README (1)'],
  ['a/文件.txt', 'a/文件 (1).txt'],
  ['(1).txt', '(1) (1).txt'],
])('%s → %s', (key, next) => {
  expect(numberedKey(key)).toBe(next);
});
