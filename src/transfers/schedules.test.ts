import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MIB } from './planParts.ts';
import { anyStep, takeStep } from './testing/scheduleSteps.ts';
import type { Step } from './testing/scheduleSteps.ts';
import { ScheduleWorld } from './testing/ScheduleWorld.ts';

/**
 * Random schedules of what a person, a network, a server and a disk can do, against the whole engine: add, pause,
 * resume, cancel, retry, faults of every kind, expired keys, offline and online, sleep, a crash and what the journal
 * restores, a second tab, a file that is edited. After each, no promise was broken at any moment:
 *
 * - I1 every file ends visibly, and Done means that the object is the file
 * - I2 damaged bytes are never Done
 * - I3 a confirmed part is not sent again
 * - I5 an outage costs a bounded number of requests, however much is queued
 * - I6 two tabs never write one object twice, I7 nothing is left behind
 * - I10 the bar does not go back and shows 100 % for nothing unverified
 *
 * The same 2,000 each time, so that `npm test` says the same of the same code. `npm run fuzz` takes 20,000 new ones and
 * prints its seed; `FUZZ_SEED` repeats a run.
 */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);

const FIRST: Step = ['add', 0, 9 * MIB, 'ask'];

class StepCommand implements fc.AsyncCommand<object, ScheduleWorld> {
  readonly step: Step;

  constructor(step: Step) {
    this.step = step;
  }

  check(): boolean {
    return true;
  }

  async run(_model: object, world: ScheduleWorld): Promise<void> {
    await takeStep(world, this.step);
    await world.time.settle();
    if (world.broken.length > 0) throw new Error(world.broken.join('\n'));
  }

  toString(): string {
    return JSON.stringify(this.step);
  }
}

/** @returns the promises that were broken, none as a rule */
async function live(commands: Iterable<fc.AsyncCommand<object, ScheduleWorld>>): Promise<readonly string[]> {
  const world = new ScheduleWorld();
  await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
  await world.heal();
  return world.broken;
}

describe('schedules', () => {
  test(`${RUNS} random ones break no promise`, { timeout: 7_200_000 }, async () => {
    const commands = fc.commands([anyStep.map((step) => new StepCommand(step))], { maxCommands: 20, size: 'max' });
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        expect(await live([new StepCommand(FIRST), ...steps])).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  /** What random schedules have found, each once a broken promise. */
  const FOUND: readonly { readonly what: string; readonly steps: readonly Step[] }[] = [
    {
      what: 'an upload that begins while it is paused is not left behind',
      steps: [
        ['fault', 'initiateMultipartUpload', 'hang after acting', 1],
        ['add', 0, 9 * MIB, 'ask'],
        ['pause', 0],
        ['pause', 1],
      ],
    },
    {
      what: 'paused while it began and finished by another tab: nothing is sent again, nothing is left behind',
      steps: [
        ['other tab', 0],
        ['pause', 0],
        ['fault', 'any', 'reset', 1],
      ],
    },
    {
      what: 'taken over while it began: what the first tab began is not left behind',
      steps: [
        ['other tab', 0],
        ['takeOver', 1],
        ['pass', 700],
        ['pause', 1],
        ['outage', 5000],
      ],
    },
    {
      what: 'finished by an earlier visit and edited since: the new file is not called done',
      steps: [
        ['pass', 700],
        ['edit', 0],
        ['crash', 0],
      ],
    },
    {
      what: 'a Complete that never arrived, over an object that was the same before: its parts are not left behind',
      steps: [
        ['pass', 130000],
        ['add', 0, 0, 'ask'],
        ['other tab', 0],
        ['pass', 21000],
        ['other tab', 1],
        ['retry', 6],
        ['fault', 'completeMultipartUpload', 'reset', 1],
        ['pass', 21000],
      ],
    },
    {
      what: 'an answer that was on its way when an outage began does not make every request ask for itself',
      steps: [
        ['add', 0, MIB + 1, 'ask'],
        ['add', 0, 4 * MIB, 'ask'],
        ['fault', 'any', 'reset', 1],
        ['skip', 1],
        ['add', 0, 0, 'ask'],
        ['skip', 0],
        ['add', 0, MIB, 'ask'],
        ['outage', 600_000],
      ],
    },
  ];

  test.each(FOUND)('$what', async ({ steps }) => {
    expect(await live([FIRST, ...steps].map((step) => new StepCommand(step)))).toEqual([]);
  });
});
