import { expect, test } from 'vitest';
import { folderNameProblem } from './folderNameProblem.ts';

test.each([
  ['photos', undefined],
  ['照片', undefined],
  ['...', undefined],
  ['', 'folderNameEmpty'],
  ['  ', 'folderNameEmpty'],
  ['a/b', 'folderNameSlash'],
  ['\\a', 'folderNameSlash'],
  ['..', 'folderNameDots'],
  ['.', 'folderNameDots'],
  ['there', 'folderNameTaken'],
])('%j: %s', (name, problem) => {
  expect(folderNameProblem(name, (name) => ['there'].includes(name))).toBe(problem);
});
