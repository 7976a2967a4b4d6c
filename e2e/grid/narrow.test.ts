/* oxlint-disable vitest/valid-title -- the grid names its tests */
import { describe, expect, test } from 'vitest';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { MemorySink, startEngine } from '#transfers/testing/startEngine.ts';
import type { EngineUnderTest } from '#transfers/testing/startEngine.ts';
import { gridTitle } from './faultGrid.ts';
import { MIB } from './UploadMeeting.ts';

/*
 * F7, the N of its cells: whatever was refused with SlowDown, everything that carries a body gets narrower at once, and
 * wider again with the answers.
 */

const slowDown = serviceFailure('SlowDown');
const SLOTS = 11;
const HALF = 5;

async function beginLarge({ cos, upload, time }: EngineUnderTest): Promise<string> {
  const id = upload({ key: 'large.bin', name: 'large.bin', file: new Blob([new Uint8Array(40 * MIB)]) });
  (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
  await time.settle();
  return id;
}

/** Brings an engine to the phase and lets its request be refused. */
const PHASES = ['init', 'part', 'list parts', 'complete', 'download'] as const;
const REFUSED: Readonly<Record<(typeof PHASES)[number], (started: EngineUnderTest) => Promise<void>>> = {
  init: async ({ cos, upload }) => {
    upload({ key: 'large.bin', name: 'large.bin', file: new Blob([new Uint8Array(40 * MIB)]) });
    (await cos.next('initiateMultipartUpload')).fail(slowDown);
  },
  part: async (started) => {
    await beginLarge(started);
    for (const part of started.cos.unansweredCalls('uploadPart')) part.fail(slowDown);
  },
  'list parts': async (started) => {
    const id = await beginLarge(started);
    (await started.cos.next('uploadPart')).succeed({ etag: 'e' });
    await started.time.settle();
    started.engine.pause(id);
    await started.time.settle();
    started.engine.resume(id);
    (await started.cos.next('listParts')).fail(slowDown);
  },
  complete: async (started) => {
    await beginLarge(started);
    for (let parts = started.cos.unansweredCalls('uploadPart'); parts.length > 0;) {
      for (const _ of parts) (await started.cos.next('uploadPart')).succeed({ etag: 'e' });
      await started.time.settle();
      parts = started.cos.unansweredCalls('uploadPart');
    }
    (await started.cos.next('completeMultipartUpload')).fail(slowDown);
  },
  download: async ({ cos, engine }) => {
    const what = { connectionId: 'media', key: 'd.bin', name: 'd.bin', sizeBytes: 4 * MIB };
    engine.addDownload({ ...what, sink: new MemorySink() });
    (await cos.next('getObject')).fail(slowDown);
  },
};

/** Requests with a body that are under way once there is plenty to do. */
async function underWay({ cos, upload, time }: EngineUnderTest): Promise<number> {
  for (let n = 0; n < 60; n += 1) upload({ key: `small${n}.txt`, name: `small${n}.txt` });
  await time.settle();
  return (['putObject', 'uploadPart', 'getObject'] as const).reduce(
    (sum, operation) => sum + cos.unansweredCalls(operation).length,
    0,
  );
}

describe('a server that says SlowDown', () => {
  test('without it, all slots are used', async () => {
    expect(await underWay(startEngine({ settings: { partsInFlight: SLOTS, verify: false } }))).toBe(SLOTS);
  });

  for (const phase of PHASES)
    test(gridTitle([['F7', phase]]), async () => {
      const started = startEngine({ settings: { partsInFlight: SLOTS, verify: false } });
      await REFUSED[phase](started);
      await started.time.settle();
      expect(await underWay(started)).toBe(HALF);

      // 5 answers open the sixth slot, 6 the seventh, and so on: 45 open all eleven.
      for (let answered = 0; answered < 45; answered += 1) {
        (await started.cos.next('putObject')).succeed({ etag: 'e' });
        await started.time.settle();
      }
      expect(started.cos.unansweredCalls('putObject').length).toBeGreaterThan(HALF);
    });
});
