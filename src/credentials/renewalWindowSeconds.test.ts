import { describe, expect, test } from 'vitest';
import { effectiveMinimumSeconds, renewalWindowSeconds } from './renewalWindowSeconds.ts';

test.each([
  [1800, 360],
  [7200, 1440],
  [240, 60],
  [200, 50],
  [60, 15],
  [5, 1.25],
])('keys of %d s are renewed %d s ahead', (life, window) => {
  expect(renewalWindowSeconds(life)).toBe(window);
});

describe('effectiveMinimumSeconds', () => {
  test.each([
    ['nothing asked: the window', 1800, undefined, 360],
    ['less than the window: the window', 1800, 10, 360],
    ['more: that much', 1800, 600, 600],
    ['more than they live: nearly fresh', 1800, 86_400, 1350],
  ])('%s', (_what, life, asked, expected) => {
    expect(effectiveMinimumSeconds(life, asked)).toBe(expected);
  });
});
