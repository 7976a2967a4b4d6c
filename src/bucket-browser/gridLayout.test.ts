import { assert, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { leftOf, tileLayout } from './gridLayout.ts';

test('tiles of every width fit side by side, and one more would not', () => {
  assert(
    property(nat({ max: 4000 }), (more) => {
      const width = 180 + more;
      const layout = tileLayout(width);
      const right = leftOf(layout.columns - 1, layout) + layout.tileWidth + layout.padding;
      expect(right).toBeLessThanOrEqual(width);
      expect(width - right).toBeLessThan(layout.columns);
      expect(layout.tileWidth).toBeGreaterThanOrEqual(140);
      expect(layout.tileWidth).toBeLessThan(2 * 172 + 12);
    }),
  );
});

test('a phone shows two tiles, a laptop seven', () => {
  expect(tileLayout(390).columns).toBe(2);
  expect(tileLayout(1440).columns).toBe(7);
});
