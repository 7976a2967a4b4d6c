import { expect, test } from 'vitest';
import { splitExtension } from './splitExtension.ts';

test.each([
  ['holiday.jpeg', 'holiday', '.jpeg'],
  ['archive.tar.gz', 'archive.tar', '.gz'],
  ['.env', '.env', ''],
  ['README', 'README', ''],
  ['', '', ''],
  ['v1.and a long sentence', 'v1.and a long sentence', ''],
  ['ends.', 'ends', '.'],
  ['x⟨U+202E⟩gnp.exe', 'x⟨U+202E⟩gnp', '.exe'],
])('%j', (name, stem, extension) => {
  expect(splitExtension(name)).toEqual([stem, extension]);
});
