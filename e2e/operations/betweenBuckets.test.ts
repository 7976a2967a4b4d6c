import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { OTHER, PLACE, startOperations } from './startOperations.ts';

const MOVE = { kind: 'move', connectionId: 'c', toConnectionId: 'd', name: 'x' } as const;
const ROOTS = [{ from: 'old/', to: 'new/' }];
const PART = 2048;
const large = randomBytes(3 * PART + 17);

async function start(options: Parameters<typeof startOperations>[0] = {}) {
  const here = await startOperations({ policy: { pagePartBytes: PART }, ...options });
  await here.sdk.putObject({
    ...PLACE,
    Key: 'old/large',
    Body: large,
    ContentType: 'image/x-test',
    CacheControl: 'max-age=7',
    StorageClass: 'STANDARD_IA',
    Headers: { 'x-cos-meta-who': 'anna', 'x-cos-tagging': 'a=1&b=2' },
  });
  await here.emulator.control.putObject(PLACE.Bucket, 'old/ü +%2F', Buffer.from('small'));
  await here.emulator.control.putObject(PLACE.Bucket, 'old/', Buffer.alloc(0));
  here.emulator.control.clearJournal();
  const requests = (operation: string): number =>
    here.emulator.control.journal().filter((entry) => entry.operation === operation && entry.status === 200).length;
  return { ...here, requests };
}

type Here = Awaited<ReturnType<typeof start>>;

async function expectMoved({ sdk, emulator }: Here): Promise<void> {
  expect(await emulator.control.listKeys(PLACE.Bucket)).toEqual([]);
  expect(await emulator.control.listKeys(OTHER.Bucket)).toEqual(['new/', 'new/large', 'new/ü +%2F']);
  expect((await sdk.getObject({ ...OTHER, Key: 'new/large' })).Body).toEqual(large);
  expect((await sdk.getObject({ ...OTHER, Key: 'new/ü +%2F' })).Body.toString()).toBe('small');
  const { headers = {} } = await sdk.headObject({ ...OTHER, Key: 'new/large' });
  expect(headers).toMatchObject({
    'content-type': 'image/x-test',
    'cache-control': 'max-age=7',
    'x-cos-meta-who': 'anna',
    'x-cos-storage-class': 'STANDARD_IA',
  });
  const { Tags } = await sdk.getObjectTagging({ ...OTHER, Key: 'new/large' });
  expect(Tags).toEqual([
    { Key: 'a', Value: '1' },
    { Key: 'b', Value: '2' },
  ]);
}

describe('a move from one bucket to another', () => {
  test('is the work of the server where the keys may read both', async () => {
    const here = await start({ keysReachBoth: true });
    try {
      const { engine, ended } = here.openPage();
      const { state } = await ended(engine.start({ ...MOVE, roots: ROOTS }));
      expect(state).toMatchObject({ status: 'completed', counts: { done: 3, pageBytes: 0 } });
      expect([here.requests('PutObjectCopy'), here.requests('GetObject')]).toEqual([3, 0]);
      await expectMoved(here);
    } finally {
      await here.close();
    }
  });

  test('goes through the page where they may not, in parts, through throttling and cut answers, and back with undo', async () => {
    const here = await start();
    try {
      here.emulator.control.plantFaults([
        { operation: 'GetObject', nth: 2, effect: { type: 'cut', afterBytes: 100 } },
        { operation: 'UploadPart', nth: 2, effect: { type: 'error', status: 503, code: 'SlowDown' } },
        { operation: 'UploadPart', nth: 4, effect: { type: 'reset', at: 'answer' } },
        { operation: 'CompleteMultipartUpload', effect: { type: 'reset', at: 'answer' } },
        { operation: 'PutObject', effect: { type: 'reset', at: 'answer' } },
      ]);
      const { engine, ended } = here.openPage();
      const id = engine.start({ ...MOVE, roots: ROOTS });
      const { state } = await ended(id);
      expect(state).toMatchObject({ status: 'completed', counts: { done: 3, kept: 0 }, canUndo: true });
      expect(here.requests('PutObjectCopy')).toBe(0);
      here.emulator.control.clearFaults();
      await expectMoved(here);
      expect(await here.emulator.control.listUploads(OTHER.Bucket)).toEqual([]);
      expect((await ended(engine.undo(id) ?? '')).state).toMatchObject({ status: 'completed' });
      expect(await here.emulator.control.listKeys(PLACE.Bucket)).toEqual(['old/', 'old/large', 'old/ü +%2F']);
      expect(await here.emulator.control.listKeys(OTHER.Bucket)).toEqual([]);
    } finally {
      await here.close();
    }
  });

  test('goes on in the next page with the parts that are there', async () => {
    const here = await start();
    try {
      here.emulator.control.plantFaults([{ operation: 'UploadPart', nth: 3, times: null, effect: { type: 'hang' } }]);
      const first = here.openPage();
      const id = first.engine.start({ ...MOVE, roots: ROOTS });
      await expect.poll(() => here.requests('UploadPart')).toBe(2);
      first.engine.dispose();
      here.emulator.control.clearFaults();
      here.emulator.control.clearJournal();
      const second = here.openPage();
      await second.engine.recall();
      const end = second.ended(id);
      second.engine.resume(id);
      expect((await end).state).toMatchObject({ status: 'completed' });
      expect(here.requests('UploadPart')).toBe(2);
      await expectMoved(here);
      expect(await here.store.entries([])).toEqual([]);
    } finally {
      await here.close();
    }
  });

  test('leaves the original where the copy was damaged on the way', async () => {
    const here = await start();
    try {
      here.emulator.control.plantFaults([
        { operation: 'GetObject', keyContains: 'large', times: null, effect: { type: 'corrupt', atByte: 5 } },
      ]);
      const { engine, ended } = here.openPage();
      const { problems } = await ended(engine.start({ ...MOVE, roots: ROOTS }));
      expect(problems).toMatchObject([{ key: 'old/large', failure: { code: 'ChecksumMismatch' } }]);
      expect(await here.emulator.control.listKeys(PLACE.Bucket)).toEqual(['old/large']);
    } finally {
      await here.close();
    }
  });
});
