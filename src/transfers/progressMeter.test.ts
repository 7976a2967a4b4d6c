import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProgressMeter } from './progressMeter.ts';

describe('progressMeter', () => {
  test('adds confirmed bytes and bytes in flight, and stays under 100 % until verified', () => {
    const meter = createProgressMeter(1000, () => 0);
    meter.inFlight(1, 300);
    meter.inFlight(2, 100);
    expect(meter.read().transferredBytes).toBe(400);
    meter.settled(1, 500);
    meter.inFlight(2, 500);
    expect(meter.read().transferredBytes).toBe(990);
    expect(meter.confirmedBytes).toBe(500);
  });

  test('does not fall when a part has to be sent again', () => {
    const meter = createProgressMeter(1000, () => 0);
    meter.inFlight(1, 400);
    expect(meter.read().transferredBytes).toBe(400);
    meter.settled(1, 0);
    meter.inFlight(1, 50);
    expect(meter.read().transferredBytes).toBe(400);
  });

  test('averages the rate over the last five seconds', () => {
    let now = 0;
    const meter = createProgressMeter(1_000_000, () => now);
    expect(meter.read().bytesPerSecond).toBeUndefined();
    for (let second = 1; second <= 20; second += 1) {
      now = second * 1000;
      meter.inFlight(1, second <= 10 ? second * 1000 : 10_000 + (second - 10) * 200);
      meter.read();
    }
    expect(meter.read().bytesPerSecond).toBe(200);
  });

  test('whatever happens, the bar never falls and never passes 99 %', () => {
    const step = fc.oneof(
      fc.record({ type: fc.constant('inFlight' as const), id: fc.nat(5), bytes: fc.nat(400) }),
      fc.record({ type: fc.constant('settled' as const), id: fc.nat(5), bytes: fc.nat(400) }),
      fc.record({ type: fc.constant('restart' as const), id: fc.nat(5), bytes: fc.nat(400) }),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let now = 0;
        const meter = createProgressMeter(1000, () => now);
        let before = 0;
        for (const { type, id, bytes } of steps) {
          now += 130;
          if (type === 'restart') meter.restart(bytes);
          else meter[type](id, bytes);
          const { transferredBytes, bytesPerSecond = 0 } = meter.read();
          expect(transferredBytes).toBeGreaterThanOrEqual(before);
          expect(transferredBytes).toBeLessThanOrEqual(990);
          expect(bytesPerSecond).toBeGreaterThanOrEqual(0);
          before = transferredBytes;
        }
      }),
    );
  });
});
