import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MIB } from './planParts.ts';
import { ScheduleWorld } from './testing/ScheduleWorld.ts';
import { anyStep, takeStep } from './testing/scheduleSteps.ts';
import type { Step } from './testing/scheduleSteps.ts';

/**
 * Random schedules of what a person, a network, a server and a disk can do, against the whole engine. After each: every
 * promise of `[Note: What no schedule may break]` held at every moment.
 *
 * `npm run fuzz` runs 20,000 of them; `FUZZ_SEED` repeats one run.
 */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2000);
const SEED = process.env['FUZZ_SEED'];

/** @returns the promises that were broken */
async function live(steps: readonly Step[]): Promise<readonly string[]> {
  const world = new ScheduleWorld();
  for (const one of steps) {
    await takeStep(world, one);
    await world.time.settle();
    if (world.broken.length > 0) return world.broken;
  }
  await world.heal();
  return world.broken;
}

describe('random schedules', () => {
  test(`${RUNS} of them break no promise`, { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 25, size: 'max' }), async (steps) => {
        expect(await live([['add', 0, 9 * MIB, 'ask'], ...steps])).toEqual([]);
      }),
      { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: Number(SEED) }), interruptAfterTimeLimit: 3_000_000 },
    );
  });
});
