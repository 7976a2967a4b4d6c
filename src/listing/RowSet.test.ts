import { array, assert, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { RowSet } from './RowSet.ts';

test('is the set of the numbers that went in and were not taken out', () => {
  assert(
    property(array(nat(5000)), array(nat(5000)), (added, removed) => {
      const whole = RowSet.of(added);
      const rest = removed.reduce((rows, row) => rows.without(row), whole);
      const wanted = new Set(added);
      expect([...whole]).toEqual([...wanted].toSorted((a, b) => a - b));
      expect(whole.size).toBe(wanted.size);
      for (const row of removed) wanted.delete(row);
      expect([...rest]).toEqual([...wanted].toSorted((a, b) => a - b));
      expect(rest.size).toBe(wanted.size);
      expect([...whole.minus(removed)]).toEqual([...rest]);
      expect(whole.minus(removed).size).toBe(rest.size);
      expect([...rest.changesFrom(whole)]).toEqual([...whole].filter((row) => !rest.has(row)));
      expect([...whole.changesFrom(rest)]).toEqual([...rest.changesFrom(whole)]);
      expect(added.every((row) => rest.has(row) === wanted.has(row))).toBe(true);
    }),
  );
});
