import { expect, test } from 'vitest';
import { connectionsUnderLimit } from './connectionsUnderLimit.ts';
import { createSpeedLimit } from './createSpeedLimit.ts';
import type { SpeedTurn } from './createSpeedLimit.ts';

test.each([
  [819_200, 11, 1],
  [20_000_000, 11, 1],
  [80_000_000, 11, 4],
  [838_860_800, 11, 11],
  [838_860_800, 1, 1],
])('%d bit/s over at most %d connections: %d', (bits, most, connections) => {
  expect(connectionsUnderLimit(bits, most)).toBe(connections);
});

/** The turns that were granted so far. */
function collect(limit: ReturnType<typeof createSpeedLimit>, count: number, signal?: AbortSignal) {
  const turns: SpeedTurn[] = [];
  for (let n = 0; n < count; n += 1)
    limit.enter(signal ?? new AbortController().signal).then(
      (turn) => turns.push(turn),
      () => undefined,
    );
  return turns;
}
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('without a limit nobody waits; with one only so many go, each with its share', async () => {
  const limit = createSpeedLimit(11);
  const free = collect(limit, 20);
  await settle();
  expect(free.map(({ trafficLimit }) => trafficLimit)).toEqual(Array.from({ length: 20 }, () => undefined));
  for (const turn of free) turn.leave();

  limit.set(50_000_000);
  const limited = collect(limit, 5);
  await settle();
  expect(limited.map(({ trafficLimit }) => trafficLimit)).toEqual([25_000_000, 25_000_000]);
  limited[0]?.leave();
  limited[0]?.leave();
  await settle();
  expect(limited).toHaveLength(3);
  limit.set(undefined);
  await settle();
  expect(limited).toHaveLength(5);
});

test('who gives up while waiting holds nobody up', async () => {
  const limit = createSpeedLimit(11);
  limit.set(819_200);
  const [first] = [collect(limit, 1)];
  const controller = new AbortController();
  const givenUp = collect(limit, 1, controller.signal);
  const last = collect(limit, 1);
  await settle();
  controller.abort();
  first[0]?.leave();
  await settle();
  expect([givenUp.length, last.length]).toEqual([0, 1]);
});
