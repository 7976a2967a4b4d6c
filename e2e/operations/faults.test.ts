import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FaultEffect } from '../emulator/EmulatorOptions.ts';
import { PLACE, startOperations } from './startOperations.ts';

let here: Awaited<ReturnType<typeof startOperations>>;
beforeAll(async () => {
  here = await startOperations();
});
afterAll(() => here.close());

const NAMES = ['', 'a', 'b/c', 'ü +%2F'];
const BODY = 'the bytes';

beforeEach(async () => {
  here.emulator.control.clearFaults();
  for (const key of await here.emulator.control.listKeys(PLACE.Bucket)) {
    await here.sdk.deleteMultipleObject({ ...PLACE, Objects: [{ Key: key }] });
  }
  for (const name of NAMES) await here.emulator.control.putObject(PLACE.Bucket, `old/${name}`, Buffer.from(BODY));
  here.emulator.control.clearJournal();
});

const PHASES = ['GetBucket', 'HeadObject', 'GetObjectACL', 'PutObjectCopy', 'DeleteMultipleObjects'] as const;

/** What heals: F1, F3, F4, F7, F8, F9, F10, F11 and F18 of the grid, struck in each phase of a rename. */
const HEALING: readonly (readonly [string, FaultEffect])[] = [
  ['the connection is refused', { type: 'reset', at: 'connect' }],
  ['the answer is cut off', { type: 'reset', at: 'response', afterBytes: 20 }],
  ['the answer is lost after the server acted', { type: 'reset', at: 'answer' }],
  ['throttled', { type: 'error', status: 503, code: 'SlowDown', retryAfterSeconds: 0 }],
  ['an error of the server', { type: 'error', status: 500, code: 'InternalError' }],
  ['an error after the server acted', { type: 'error', status: 500, code: 'InternalError', afterActing: true }],
  ['an expired key', { type: 'error', status: 400, code: 'ExpiredToken' }],
];

describe.each(PHASES)('a rename whose %s meets trouble', (operation) => {
  test.each(HEALING)('%s: heals, nothing lost, nothing doubled', async (_what, effect) => {
    // A refused HEAD has no body, and is asked about by a GET, which a refused key does not pass either.
    const asks = operation === 'HeadObject' ? [operation, 'GetObject'] : [operation];
    here.emulator.control.plantFaults(asks.map((each) => ({ operation: each, effect })));
    const { state } = await rename();
    expect(here.emulator.control.journal().some((entry) => entry.operation === operation)).toBe(true);
    expect(state).toMatchObject({ status: 'completed', counts: { done: NAMES.length, failed: 0, kept: 0 } });
    await expectRenamed();
  });
});

/** An answer in disguise: 200 with an error in it, or a foreign page. */
test.each<[string, (typeof PHASES)[number], FaultEffect]>([
  ['200 with an error', 'PutObjectCopy', { type: 'errorInOk', code: 'InternalError' }],
  [
    '200 with an error after the server acted',
    'PutObjectCopy',
    { type: 'errorInOk', code: 'InternalError', afterActing: true },
  ],
  ['a proxy page', 'PutObjectCopy', { type: 'body', contentType: 'text/html', body: '<!doctype html><p>Hi</p>' }],
  ['nothing', 'PutObjectCopy', { type: 'body', body: '' }],
  ['200 with an error', 'DeleteMultipleObjects', { type: 'errorInOk', code: 'InternalError' }],
  ['a proxy page', 'GetBucket', { type: 'body', contentType: 'text/html', body: '<!doctype html><p>Hi</p>' }],
])('%s as the answer to %s heals too', async (_what, operation, effect) => {
  here.emulator.control.plantFaults([{ operation, effect }]);
  const { state } = await rename();
  expect(state).toMatchObject({ status: 'completed', counts: { done: NAMES.length } });
  await expectRenamed();
});

/** What does not heal: F12, F14, F15: the sources stay. */
test.each<[string, string, FaultEffect]>([
  ['a right that was taken away', 'PutObjectCopy', { type: 'error', status: 403, code: 'AccessDenied' }],
  ['a wrong checksum', 'HeadObject', { type: 'wrongHeader', header: 'x-cos-hash-crc64ecma', value: '1' }],
])('%s: all that was not moved is still there, whole', async (_what, operation, effect) => {
  here.emulator.control.plantFaults([
    { operation, keyContains: operation === 'HeadObject' ? 'new/' : '', times: null, effect },
  ]);
  const { state, problems } = await rename();
  expect(state).toMatchObject({ status: 'failed', counts: { done: 0, failed: NAMES.length } });
  expect(problems).toHaveLength(NAMES.length);
  for (const name of NAMES) {
    expect(Buffer.from((await here.emulator.control.readObject(PLACE.Bucket, `old/${name}`)) ?? []).toString()).toBe(
      BODY,
    );
  }
});

test('a hidden checksum keeps both', async () => {
  here.emulator.control.plantFaults([
    {
      operation: 'HeadObject',
      times: null,
      effect: { type: 'wrongHeader', header: 'x-cos-hash-crc64ecma', value: null },
    },
  ]);
  const { state } = await rename();
  expect(state).toMatchObject({ status: 'completed', counts: { done: 0, kept: NAMES.length } });
  expect(await here.emulator.control.listKeys(PLACE.Bucket)).toHaveLength(2 * NAMES.length);
});

test('a key that may not be deleted is told by itself', async () => {
  here.emulator.control.plantFaults([
    { operation: 'DeleteMultipleObjects', times: null, effect: { type: 'error', status: 403, code: 'AccessDenied' } },
  ]);
  const { state } = await rename();
  expect(state.status).toBe('failed');
  expect(await here.emulator.control.listKeys(PLACE.Bucket)).toHaveLength(2 * NAMES.length);
});

async function rename() {
  const { engine, ended } = here.openPage();
  return ended(engine.start({ kind: 'move', connectionId: 'c', name: 'old', roots: [{ from: 'old/', to: 'new/' }] }));
}

async function expectRenamed(): Promise<void> {
  here.emulator.control.clearFaults();
  const { Contents } = await here.sdk.getBucket(PLACE);
  expect(Contents.map(({ Key }) => Key)).toEqual(NAMES.map((name) => `new/${name}`));
  for (const name of NAMES) {
    expect((await here.sdk.getObject({ ...PLACE, Key: `new/${name}` })).Body.toString()).toBe(BODY);
  }
}
