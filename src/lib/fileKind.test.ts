import { expect, test } from 'vitest';
import { fileKind } from './fileKind.ts';

test.each([
  ['photo.JPG', 'image'],
  ['a.tar.gz', 'archive'],
  ['x.pdf.exe', 'other'],
  ['README', 'other'],
  ['constructor', 'other'],
  ['a.constructor', 'other'],
  ['.json', 'code'],
  ['list.XLSX', 'sheet'],
])('%s: %s', (name, kind) => {
  expect(fileKind(name)).toBe(kind);
});
