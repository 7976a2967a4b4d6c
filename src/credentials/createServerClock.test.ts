import { describe, expect, test } from 'vitest';
import { createServerClock } from './createServerClock.ts';

const HERE = Date.UTC(2026, 0, 1, 12);
const HOUR = 3_600_000;

function at(offsetMs: number): Date {
  return new Date(HERE + offsetMs);
}

describe('createServerClock', () => {
  test.each([
    ['no difference worth a correction', 0, 0],
    ['travel time', -1900, 0],
    ['an hour behind', HOUR, HOUR + 500],
    ['a day ahead', -24 * HOUR, -24 * HOUR + 500],
  ])('%s', (_what, serverOffset, expected) => {
    const clock = createServerClock({ now: () => HERE });
    clock.observe(at(serverOffset));
    expect(clock.offsetMs).toBe(expected);
    expect(clock.now()).toBe(HERE + expected);
  });

  test('the newest observation wins, nonsense is ignored', () => {
    const clock = createServerClock({ now: () => HERE });
    clock.observe(at(HOUR));
    clock.observe(new Date('nonsense'));
    clock.observe(at(10_000));
    expect(clock.offsetMs).toBe(10_500);
  });

  test('keys bound the time until the bucket is heard', () => {
    const clock = createServerClock({ now: () => HERE });
    clock.bound(at(-600_000), at(1_200_000));
    expect(clock.offsetMs).toBe(0);
    clock.bound(at(HOUR), at(2 * HOUR));
    expect(clock.offsetMs).toBe(HOUR);
    clock.observe(at(0));
    expect(clock.offsetMs).toBe(500);
    clock.bound(at(HOUR), at(2 * HOUR));
    expect(clock.offsetMs).toBe(500);
  });

  test('keys that seem over are taken as fresh: their start, else a minute before their end', () => {
    const known = createServerClock({ now: () => HERE });
    known.bound(at(-2 * HOUR), at(-HOUR));
    expect(known.offsetMs).toBe(-2 * HOUR);
    const unknown = createServerClock({ now: () => HERE });
    unknown.bound(undefined, at(-HOUR));
    expect(unknown.offsetMs).toBe(-HOUR - 60_000);
  });
});
