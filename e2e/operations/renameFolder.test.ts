import { expect, test } from 'vitest';
import type { Fault } from '../emulator/EmulatorOptions.ts';
import { PLACE, startOperations } from './startOperations.ts';

const COUNT = 2000;

/** One in twenty requests is answered 503, and in each phase one answer is lost after the server acted. */
const TROUBLE: readonly Fault[] = [
  ...Array.from({ length: 1000 }, (_, index): Fault => ({
    operation: '*',
    nth: 20 * (index + 1),
    effect: { type: 'error', status: 503, code: 'SlowDown' },
  })),
  ...['GetBucket', 'HeadObject', 'GetObjectACL', 'PutObjectCopy', 'DeleteMultipleObjects'].map((operation): Fault => ({
    operation,
    nth: 3,
    effect: { type: 'reset', at: 'answer' },
  })),
];

test('a folder of 2,000 objects is renamed through 5 % throttling and lost answers: none lost, none doubled', async () => {
  const here = await startOperations();
  try {
    await here.emulator.control.seedKeys(PLACE.Bucket, {
      pattern: 'old/d#/f###.txt',
      count: COUNT,
      sizesBytes: [0, 1, 70],
    });
    here.emulator.control.plantFaults(TROUBLE);
    const { engine, ended } = here.openPage();
    const id = engine.start({ kind: 'move', connectionId: 'c', name: 'old', roots: [{ from: 'old/', to: 'new/' }] });
    const { state } = await ended(id);
    here.emulator.control.clearFaults();
    expect(state).toMatchObject({ status: 'completed', counts: { done: COUNT, failed: 0, kept: 0 } });

    const keys: string[] = [];
    let Marker: string | undefined;
    do {
      const page = await here.sdk.getBucket({ ...PLACE, ...(Marker === undefined ? {} : { Marker }) });
      keys.push(...page.Contents.map(({ Key }) => Key));
      Marker = page.IsTruncated === 'true' ? page.NextMarker : undefined;
    } while (Marker !== undefined);
    const wanted = Array.from(
      { length: COUNT },
      (_, n) => `new/d${Math.floor(n / 1000)}/f${String(n % 1000).padStart(3, '0')}.txt`,
    );
    expect(keys).toEqual(wanted);
    const { Body } = await here.sdk.getObject({ ...PLACE, Key: 'new/d1/f001.txt' });
    expect(Body).toEqual(Buffer.alloc(70));
    const requests = here.emulator.control.journal();
    expect(requests.filter(({ status }) => status === 503).length).toBeGreaterThan(COUNT * 0.15);
  } finally {
    await here.close();
  }
}, 60_000);
