import { expect, test } from 'vitest';
import { planDeletions } from './planDeletions.ts';

test('each key takes the way that is open to it', () => {
  expect(planDeletions(['plain', '/leading', 'tab\tkey', 'a/../b', '..', '\t/..', '/..', 'lone\ud800'])).toEqual({
    together: ['plain', 'a/../b', '..'],
    alone: ['/leading', 'tab\tkey'],
    impossible: ['\t/..', '/..', 'lone\ud800'],
  });
});
