import { expect, test } from 'vitest';
import { qrPath } from './qrPath.ts';

test('neighbours join, rows and gaps do not', () => {
  expect(
    qrPath([
      [true, true, false, true],
      [false, false, false, false],
      [false, true, true, true],
    ]),
  ).toBe('M0 0h2v1H0zM3 0h1v1H3zM1 2h3v1H1z');
});

test('nothing dark, nothing drawn', () => {
  expect(qrPath([])).toBe('');
});
