import { describe, expect, test } from 'vitest';
import { createServerClock } from './createServerClock.ts';

const HERE = Date.UTC(2026, 0, 1, 12);
const HOUR = 3_600_000;

function at(offsetMs: number): Date {
  return new Date(HERE + offsetMs);
}

/** A machine whose clock can be set by hand, and one that cannot. */
function machine() {
  let wallMs = HERE;
  let steadyMs = 1000;
  return {
    now: () => wallMs,
    steady: () => steadyMs,
    pass: (ms: number) => {
      wallMs += ms;
      steadyMs += ms;
    },
    setBy: (ms: number) => {
      wallMs += ms;
    },
  };
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

describe('a machine whose clock is set in the middle of things', () => {
  test('back: time goes on as if nothing had happened', () => {
    const here = machine();
    const clock = createServerClock(here);
    clock.observe(at(-2 * HOUR)); // It ran two hours ahead…
    here.pass(60_000);
    const before = clock.now();
    here.setBy(-2 * HOUR); // …and was put right.
    here.pass(1000);
    expect(clock.now()).toBe(before + 1000);
  });

  test('forward may as well have been sleep, so what keys tell is believed again', () => {
    const here = machine();
    const clock = createServerClock(here);
    clock.observe(at(2 * HOUR)); // It ran two hours behind…
    here.setBy(2 * HOUR); // …and was put right.
    clock.bound(at(2 * HOUR), at(2.5 * HOUR));
    expect(clock.now()).toBe(HERE + 2 * HOUR);
  });

  test('a machine that slept was right all along', () => {
    const here = machine();
    const clock = createServerClock(here);
    clock.observe(at(10_000));
    here.setBy(HOUR); // The steady clock stands still in sleep.
    clock.bound(at(HOUR), at(1.5 * HOUR));
    expect(clock.now()).toBe(HERE + HOUR + 10_500);
  });

  test('a clock that is steered slowly is followed', () => {
    const here = machine();
    const clock = createServerClock(here);
    clock.observe(at(HOUR));
    for (let minute = 0; minute < 600; minute += 1) {
      here.pass(60_000);
      here.setBy(-30);
      clock.now();
    }
    clock.bound(at(-HOUR), at(0)); // Still known from the bucket, so an old start tells nothing.
    expect(clock.offsetMs).toBe(HOUR + 500);
  });
});
