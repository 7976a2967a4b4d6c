import { describe, expect, test } from 'vitest';
import { createPace } from './createPace.ts';
import type { Pace, PacedPart } from './createPace.ts';
import { MIB } from './planParts.ts';

const signal = new AbortController().signal;

/** A line on which `rate(lanes)` bytes per second pass in each lane, and parts of 2 MiB follow each other. */
async function run(connections: number, rate: (lanes: number) => number, rounds = 8): Promise<Pace> {
  let now = 0;
  const pace = createPace(() => now, connections);
  pace.observeEmptyRequest(0);
  for (let round = 0; round < rounds; round += 1) {
    const count = pace.lanes;
    const parts = await Promise.all(Array.from({ length: count }, () => pace.enter(signal)));
    for (const part of parts) part.started();
    now += (2 * MIB * 1000) / rate(count);
    for (const part of parts) part.answered(2 * MIB);
    for (const part of parts) part.leave();
  }
  return pace;
}

describe('pace', () => {
  test('uses every lane where each connection is limited by itself', async () => {
    const pace = await run(11, () => 20e6);
    expect([pace.lanes, pace.mostLanes]).toEqual([11, 11]);
    expect(pace.line.laneBytesPerSecond).toBeCloseTo(20e6, -5);
  });

  test('stays with one host’s connections where the uplink is full', async () => {
    const pace = await run(11, (lanes) => 10e6 / lanes);
    expect([pace.lanes, pace.mostLanes]).toEqual([6, 6]);
  });

  test('asks again later, and takes all lanes when the line has become better', async () => {
    let rounds = 0;
    const rate = (lanes: number): number => ((rounds += 1) < 40 ? 3e6 / lanes : 3e6);
    const busy = await run(11, rate, 12);
    expect(busy.lanes).toBe(6);
    rounds = 0;
    const freed = await run(11, rate, 200);
    expect(freed.lanes).toBe(11);
  });

  test('lets no more in than there are lanes, and the next when one leaves', async () => {
    const pace = createPace(() => 0, 2);
    const first = await pace.enter(signal);
    await pace.enter(signal);
    let third: PacedPart | undefined;
    const entering = pace.enter(signal).then((part) => (third = part));
    await Promise.resolve();
    expect(third).toBeUndefined();
    first.leave();
    first.leave();
    await entering;
    expect(third).toBeDefined();
  });

  test('a burst of overload halves the lanes once', async () => {
    const now = 1000;
    const pace = createPace(() => now, 11);
    const parts = await Promise.all([1, 2, 3, 4, 5, 6].map(() => pace.enter(signal)));
    for (const part of parts) part.started();
    parts[0]?.failed(true);
    expect(pace.lanes).toBe(3);
    const late = createPace(() => now, 11);
    const part = await late.enter(signal);
    part.started();
    part.failed(false);
    expect(late.lanes).toBe(6);
  });

  test('connections that never come to life are not counted on', async () => {
    let now = 0;
    const pace = createPace(() => now, 11);
    for (let round = 0; round < 4; round += 1) {
      const parts = await Promise.all(Array.from({ length: pace.lanes }, () => pace.enter(signal)));
      // The client has five connections for transfers; the others wait there.
      for (const part of parts.slice(0, 5)) part.started();
      now += 100;
      for (const part of parts.slice(0, 5)) part.answered(2 * MIB);
      for (const part of parts) part.leave();
    }
    expect([pace.lanes, pace.mostLanes]).toEqual([5, 5]);
  });

  test('who gives up waiting leaves nothing behind', async () => {
    const pace = createPace(() => 0, 1);
    const first = await pace.enter(signal);
    const abort = new AbortController();
    const waiting = pace.enter(abort.signal);
    abort.abort();
    await expect(waiting).rejects.toBe(abort.signal.reason);
    first.leave();
    await expect(pace.enter(signal)).resolves.toBeDefined();
    await expect(pace.enter(abort.signal)).rejects.toBe(abort.signal.reason);
  });
});
