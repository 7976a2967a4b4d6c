import { expect, test } from 'vitest';
import { breadcrumbs } from './breadcrumbs.ts';

test.each([
  ['', '', ['']],
  ['', 'a/', ['', 'a/']],
  ['', 'a/b/c/', ['', 'a/', 'a/b/', 'a/b/c/']],
  ['', 'a//b/', ['', 'a/', 'a//', 'a//b/']],
  ['', '/', ['', '/']],
  ['team/', 'team/', ['team/']],
  ['team/', 'team/x/', ['team/', 'team/x/']],
  ['', '../y/', ['', '../', '../y/']],
])('root %j, prefix %j', (root, prefix, expected) => {
  expect(breadcrumbs(root, prefix).map((crumb) => crumb.prefix)).toEqual(expected);
});

test('names are the last part', () => {
  expect(breadcrumbs('', 'a//b/').map((crumb) => crumb.name)).toEqual(['', 'a', '', 'b']);
});
