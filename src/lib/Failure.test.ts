import { expect, test } from 'vitest';
import { FailureError } from './FailureError.ts';
import { toFailure } from './Failure.ts';

test.each([
  new TypeError('Failed to fetch dynamically imported module: https://drop.example/assets/MoveDialog-1.js'),
  new TypeError('error loading dynamically imported module: https://drop.example/assets/MoveDialog-1.js'),
  new TypeError('Importing a module script failed.'),
  new Error('Unable to preload CSS for /assets/Dialog-1.css'),
])('a part of the page that did not come is no mistake of ours: %s', (error) => {
  expect(toFailure(error)).toMatchObject({ kind: 'network', code: 'PartNotLoaded' });
});

test('an error of ours carries its failure, anything else is a mistake that says where', () => {
  const failure = { kind: 'local', code: 'IntoItself', message: 'No' } as const;
  expect(toFailure(new FailureError(failure))).toBe(failure);
  expect(toFailure(new TypeError('Failed to fetch'))).toEqual({
    kind: 'local',
    code: 'Unexpected',
    message: 'TypeError: Failed to fetch',
  });
});
