import { expect, test } from 'vitest';
import { createWriteLog } from './createWriteLog.ts';
import type { Write } from './applyWrites.ts';

const gone = (n: number): Write => ({ type: 'deleted', key: `k${n}` });

test('remembers writes for two minutes, however many there are', () => {
  let now = 0;
  const log = createWriteLog(() => now);
  for (let n = 0; n < 1000; n += 1) {
    now = n * 1000;
    log.record([gone(n)]);
  }
  expect(log.since(now - 2000)).toEqual([gone(997), gone(998), gone(999)]);
  expect(log.since(0).length).toBeGreaterThanOrEqual(120);
  expect(log.since(0).length).toBeLessThan(300);
  expect(log.since(now + 1)).toEqual([]);
});
