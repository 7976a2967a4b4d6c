import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MIB } from './planParts.ts';
import { DownloadWorld } from './testing/DownloadWorld.ts';
import { DOWNLOAD_FAULTS } from './testing/faultyBody.ts';
import type { DownloadFault } from './testing/faultyBody.ts';

/**
 * Random schedules of what can befall a staged download: faults of requests and of bodies, clicks, expired keys, a
 * changed object, outages, a crashed file worker, a crashed page, a power
 * cut and what the journal restores. I1 every download ends
 * visibly and Done means saved, I2 what is saved was the object at one moment, I5 an outage costs few requests. The same
 * 500 each time; `npm run fuzz` takes more.
 */
const RUNS = Math.ceil(Number(process.env['FUZZ_RUNS'] ?? 2000) / 4);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);

const SIZES = [0, 1000, MIB, MIB + 1, MIB + 150_000, MIB + 333_333];

type Step =
  | readonly ['fault', DownloadFault, times: number]
  | readonly ['pass' | 'outage', ms: number]
  | readonly ['pause' | 'resume' | 'cancel' | 'retry' | 'startOver', pick: number]
  | readonly ['change', sizeBytes: number]
  | readonly ['add' | 'online' | 'offline' | 'worker crash' | 'crash' | 'power cut'];

const size = fc.constantFrom(...SIZES);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constant('fault' as const),
      fc.constantFrom(...(Object.keys(DOWNLOAD_FAULTS) as DownloadFault[])),
      fc.constantFrom(1, 1, 2, 9),
    ),
  },
  { weight: 6, arbitrary: fc.tuple(fc.constant('pass' as const), fc.constantFrom(1, 15, 22, 30, 60, 700, 21_000)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('outage' as const), fc.constantFrom(5000, 600_000)) },
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constantFrom('pause' as const, 'resume' as const, 'cancel' as const, 'retry' as const, 'startOver' as const),
      fc.nat(3),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant('change' as const), size) },
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constantFrom(
        'add' as const,
        'online' as const,
        'offline' as const,
        'worker crash' as const,
        'crash' as const,
        'power cut' as const,
      ),
    ),
  },
);

async function take(world: DownloadWorld, step: Step): Promise<void> {
  if (step[0] === 'fault') for (let left = step[2]; left > 0; left -= 1) world.faults.push(step[1]);
  else if (step[0] === 'pass') await world.time.pass(step[1]);
  else if (step[0] === 'outage') await world.outage(step[1]);
  else if (step[0] === 'change') world.change(step[1]);
  else if (step[0] === 'add') world.add();
  else if (step[0] === 'online' || step[0] === 'offline') world.setOnline(step[0] === 'online');
  else if (step[0] === 'worker crash') world.crashFileWorker();
  else if (step[0] === 'crash' || step[0] === 'power cut') await world.crash(step[0] === 'power cut');
  else if (step[1] !== undefined) world.command(step[0], step[1]);
  await world.time.settle();
}

test(`${RUNS} random schedules of downloads break no promise`, { timeout: 7_200_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(size, fc.array(anyStep, { maxLength: 16, size: 'max' }), async (sizeBytes, steps) => {
      const world = new DownloadWorld(sizeBytes);
      for (const step of steps) await take(world, step);
      await world.heal();
      expect(world.broken).toEqual([]);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
