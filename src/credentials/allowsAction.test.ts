import { expect, test } from 'vitest';
import { allowsAction } from './allowsAction.ts';

test.each([
  ['unknown is not none', undefined, true],
  ['none', [], false],
  ['listed', ['name/cos:GetBucket', 'name/cos:GetObject'], true],
  ['another one', ['name/cos:GetBucket'], false],
  ['only a longer name', ['name/cos:GetObjectACL'], false],
  ['a beginning', ['name/cos:Get*'], true],
  ['all of COS', ['name/cos:*'], true],
  ['everything', ['*'], true],
  ['another beginning', ['name/cos:Put*'], false],
])('%s', (_name, permissions, expected) => {
  expect(allowsAction(permissions, 'name/cos:GetObject')).toBe(expected);
});
