import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { goesIntoItself, targetOf, targetProblem } from './targetOf.ts';

test('what stands behind the name of the folder stays', () => {
  expect(targetOf({ from: 'a/', to: 'b/c/' }, 'a/x/y.txt')).toBe('b/c/x/y.txt');
  expect(targetOf({ from: 'a/', to: 'b/' }, 'a/')).toBe('b/');
  expect(targetOf({ from: 'a.txt', to: 'b.txt' }, 'a.txt')).toBe('b.txt');
});

test('two objects of a folder never get the same name, and the way back leads home', () => {
  assert(
    property(string(), string(), (one, other) => {
      const root = { from: 'a/', to: 'b/' };
      const there = targetOf(root, `a/${one}`);
      expect(there === targetOf(root, `a/${other}`)).toBe(one === other);
      expect(targetOf({ from: 'b/', to: 'a/' }, there)).toBe(`a/${one}`);
    }),
  );
});

test.each([
  ['a/', 'a/', true],
  ['a/', 'a/b/', true],
  ['a/', 'ab/', false],
  ['a', 'a/b', false],
  ['a', 'a', true],
])('%s to %s: into itself is %s', (from, to, wanted) => {
  expect(goesIntoItself({ from, to })).toBe(wanted);
});

test.each([
  ['照'.repeat(283) + 'a', undefined],
  ['照'.repeat(283) + 'ab', 'KeyTooLong'],
  ['/a', 'KeyNotAllowed'],
  ['a\u001bb', 'KeyNotAllowed'],
  ['a/../b', 'UnsafeKey'],
])('%j as a new name: %s', (key, code) => {
  expect(targetProblem(key)?.code).toBe(code);
});
