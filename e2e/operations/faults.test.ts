import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FaultEffect } from '../emulator/EmulatorOptions.ts';
import { gridTitle } from '../grid/faultGrid.ts';
import type { FaultId } from '../grid/FaultRow.ts';
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

/** What heals, by its row of the fault grid, struck in each phase of a rename. */
const HEALING: readonly (readonly [FaultId, string, FaultEffect])[] = [
  ['F1', 'the connection is refused', { type: 'reset', at: 'connect' }],
  ['F3', 'the answer is cut off', { type: 'reset', at: 'response', afterBytes: 20 }],
  ['F4', 'the answer is lost after the server acted', { type: 'reset', at: 'answer' }],
  ['F7', 'throttled', { type: 'error', status: 503, code: 'SlowDown', retryAfterSeconds: 0 }],
  ['F8', 'an error of the server', { type: 'error', status: 500, code: 'InternalError' }],
  ['F8', 'an error after the server acted', { type: 'error', status: 500, code: 'InternalError', afterActing: true }],
  ['F11', 'an expired key', { type: 'error', status: 400, code: 'ExpiredToken' }],
];

/** The cell of the grid for the copy itself; the requests around it have no column of their own. */
const titleOf = (fault: FaultId, phase: string, what: string): string =>
  phase === 'PutObjectCopy' ? gridTitle([[fault, 'copy']], what) : `${phase}, ${what}`;

describe('a rename heals: nothing lost, nothing doubled', () => {
  const cases = PHASES.flatMap((phase) =>
    HEALING.map(([fault, what, effect]) => [titleOf(fault, phase, what), phase, effect] as const),
  );
  test.each(cases)('%s', async (_title, operation, effect) => {
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
const DISGUISED: readonly (readonly [FaultId, string, (typeof PHASES)[number], FaultEffect])[] = [
  ['F9', '200 with an error', 'PutObjectCopy', { type: 'errorInOk', code: 'InternalError' }],
  [
    'F9',
    '200 with an error after the server acted',
    'PutObjectCopy',
    { type: 'errorInOk', code: 'InternalError', afterActing: true },
  ],
  [
    'F10',
    'a proxy page',
    'PutObjectCopy',
    { type: 'body', contentType: 'text/html', body: '<!doctype html><p>Hi</p>' },
  ],
  ['F10', 'nothing', 'PutObjectCopy', { type: 'body', body: '' }],
  ['F9', '200 with an error', 'DeleteMultipleObjects', { type: 'errorInOk', code: 'InternalError' }],
  ['F10', 'a proxy page', 'GetBucket', { type: 'body', contentType: 'text/html', body: '<!doctype html><p>Hi</p>' }],
];

test.each(DISGUISED.map(([fault, what, phase, effect]) => [titleOf(fault, phase, what), phase, effect] as const))(
  '%s',
  async (_title, operation, effect) => {
    here.emulator.control.plantFaults([{ operation, effect }]);
    const { state } = await rename();
    expect(state).toMatchObject({ status: 'completed', counts: { done: NAMES.length } });
    await expectRenamed();
  },
);

/** What does not heal: the originals stay. */
test.each<[FaultId, string, string, FaultEffect]>([
  ['F12', 'AccessDenied', 'PutObjectCopy', { type: 'error', status: 403, code: 'AccessDenied' }],
  ['F15', 'ChecksumMismatch', 'HeadObject', { type: 'wrongHeader', header: 'x-cos-hash-crc64ecma', value: '1' }],
  ['F20', 'ObjectChanged', 'PutObjectCopy', { type: 'error', status: 412, code: 'PreconditionFailed' }],
])('%s copy: %s is told of each object, and its original stays', async (_fault, code, operation, effect) => {
  const keyContains = operation === 'HeadObject' ? 'new/' : '';
  here.emulator.control.plantFaults([{ operation, keyContains, times: null, effect }]);
  const { state, problems } = await rename();
  expect(state).toMatchObject({ status: 'failed', counts: { done: 0, failed: NAMES.length } });
  expect(problems.map(({ failure }) => failure.code)).toEqual(NAMES.map(() => code));
  for (const name of NAMES) {
    const bytes = await here.emulator.control.readObject(PLACE.Bucket, `old/${name}`);
    expect(Buffer.from(bytes ?? []).toString()).toBe(BODY);
  }
});

test('F16 copy: both stay until the person says so', async () => {
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
  const effect = { type: 'error', status: 403, code: 'AccessDenied' } as const;
  here.emulator.control.plantFaults([
    { operation: 'DeleteMultipleObjects', times: null, effect },
    { operation: 'DeleteObject', times: null, effect },
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
