import { expect, test } from 'vitest';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { createUploadJournal } from './createUploadJournal.ts';
import { MIB } from './planParts.ts';
import { createMemoryLocks } from './testing/createMemoryLocks.ts';
import { crc64Of, patterned, startEngine } from './testing/startEngine.ts';
import type { EngineUnderTest } from './testing/startEngine.ts';

const BYTES = patterned(9 * MIB);
const FILE_CRC = crc64Of(BYTES);
const PART_CRCS = [0, 4, 8].map((at) => crc64Of(BYTES.subarray(at * MIB, (at + 4) * MIB)));
const FILE = new File([BYTES], 'big.bin', { lastModified: 1 });
const big = { key: 'big.bin', name: 'big.bin', file: FILE };

/** Two tabs of one browser: the same journal, the same locks. */
function openTabs(): [EngineUnderTest, EngineUnderTest] {
  const store = createMemoryJournal();
  const locks = createMemoryLocks();
  const open = (): EngineUnderTest =>
    startEngine({
      policy: { wholeFileBytes: 4 * MIB },
      settings: { partsInFlight: 3 },
      locks,
      journal: createUploadJournal({ store, now: () => 0, onUnavailable: () => undefined }),
    });
  return [open(), open()];
}

async function confirmParts({ cos, time }: EngineUnderTest, partNumbers: readonly number[]): Promise<void> {
  for (const partNumber of partNumbers) {
    const call = await cos.next('uploadPart');
    expect(call.input.partNumber).toBe(partNumber);
    call.succeed({ etag: `e${partNumber}`, crc64: PART_CRCS[partNumber - 1] ?? '' });
  }
  await time.settle();
}

test('the second tab says so, sends nothing, and finds the object done', async () => {
  const [first, second] = openTabs();
  first.upload(big);
  (await first.cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
  const id = second.upload(big);
  await second.time.settle();
  expect(second.state(id)).toMatchObject({ status: 'waiting', reason: 'other-tab' });
  expect(second.cos.calls).toEqual([]);
  await confirmParts(first, [1, 2, 3]);
  (await first.cos.next('completeMultipartUpload')).succeed({ etag: 'w', crc64: FILE_CRC });
  (await second.cos.next('headObject')).succeed({ sizeBytes: BYTES.length, etag: 'w-3', crc64: FILE_CRC });
  await second.time.settle();
  expect(second.state(id)).toMatchObject({ status: 'completed', etag: 'w-3', verified: true });
  expect(second.cos.calls.map(({ operation }) => operation)).toEqual(['headObject']);
});

test('a tab that dies leaves its upload to the one that waits', async () => {
  const [first, second] = openTabs();
  first.upload(big);
  (await first.cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
  const id = second.upload(big);
  await confirmParts(first, [1]);
  first.engine.dispose();
  (await second.cos.next('listParts')).succeed({ parts: [{ partNumber: 1, etag: 'e1', sizeBytes: 4 * MIB }] });
  await confirmParts(second, [2, 3]);
  (await second.cos.next('completeMultipartUpload')).succeed({ etag: 'w', crc64: FILE_CRC });
  await second.time.settle();
  expect(second.state(id)).toMatchObject({ status: 'completed', verified: true });
  expect(second.cos.calls.filter(({ operation }) => operation === 'initiateMultipartUpload')).toEqual([]);
});

test('taken over: the first tab stops sending, waits, and finds the object done', async () => {
  const [first, second] = openTabs();
  const firstId = first.upload(big);
  (await first.cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
  await confirmParts(first, [1]);
  const id = second.upload(big);
  await second.time.settle();
  second.engine.takeOver(id);
  const listing = await second.cos.next('listParts');
  await first.time.settle();
  expect(first.cos.unansweredCalls()).toEqual([]);
  expect(first.state(firstId)).toMatchObject({ status: 'waiting', reason: 'other-tab' });
  listing.succeed({ parts: [{ partNumber: 1, etag: 'e1', sizeBytes: 4 * MIB }] });
  await confirmParts(second, [2, 3]);
  (await second.cos.next('completeMultipartUpload')).succeed({ etag: 'w', crc64: FILE_CRC });
  (await first.cos.next('headObject')).succeed({ sizeBytes: BYTES.length, etag: 'w-3', crc64: FILE_CRC });
  await first.time.settle();
  expect(first.state(firstId)).toMatchObject({ status: 'completed', verified: true });
});

test('paused here, finished there: going on finds the object and asks nothing else', async () => {
  const [first, second] = openTabs();
  const id = first.upload(big);
  (await first.cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
  await confirmParts(first, [1]);
  first.engine.pause(id);
  second.upload(big);
  (await second.cos.next('listParts')).succeed({ parts: [{ partNumber: 1, etag: 'e1', sizeBytes: 4 * MIB }] });
  await confirmParts(second, [2, 3]);
  (await second.cos.next('completeMultipartUpload')).succeed({ etag: 'w', crc64: FILE_CRC });
  await second.time.settle();
  first.engine.resume(id);
  (await first.cos.next('headObject')).succeed({ sizeBytes: BYTES.length, etag: 'w-3', crc64: FILE_CRC });
  await first.time.settle();
  expect(first.state(id)).toMatchObject({ status: 'completed', etag: 'w-3' });
});

test('cancelled while it waits: nothing of the other tab is touched', async () => {
  const [first, second] = openTabs();
  first.upload(big);
  (await first.cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
  const id = second.upload(big);
  await second.time.settle();
  second.engine.cancel(id);
  await second.time.settle();
  expect(second.state(id).status).toBe('cancelled');
  expect(second.cos.calls).toEqual([]);
});

test('a small file, too, is written by one tab at a time, and not again where it is there already', async () => {
  const [first, second] = openTabs();
  const small = { key: 'a.txt', name: 'a.txt', file: new Blob(['hello']) };
  const firstId = first.upload(small);
  const put = await first.cos.next('putObject');
  const id = second.upload(small);
  await second.time.settle();
  expect(second.state(id)).toMatchObject({ status: 'waiting', reason: 'other-tab' });
  expect(second.cos.calls).toEqual([]);
  const crc64 = crc64Of(new TextEncoder().encode('hello'));
  put.succeed({ etag: 'e', crc64 });
  (await second.cos.next('headObject')).succeed({ sizeBytes: 5, etag: 'e', crc64 });
  await second.time.settle();
  expect(first.state(firstId)).toMatchObject({ status: 'completed', verified: true });
  expect(second.state(id)).toMatchObject({ status: 'completed', etag: 'e', verified: true });
  expect(second.cos.calls.map(({ operation }) => operation)).toEqual(['headObject']);
});

test('a small file that is taken over is stopped in the first tab', async () => {
  const [first, second] = openTabs();
  const firstId = first.upload({ key: 'a.txt', name: 'a.txt', file: new Blob(['hello']) });
  await first.cos.next('putObject');
  const id = second.upload({ key: 'a.txt', name: 'a.txt', file: new Blob(['other']) });
  await second.time.settle();
  second.engine.takeOver(id);
  (await second.cos.next('headObject')).fail(serviceFailure('NoSuchKey'));
  await second.cos.next('putObject');
  await first.time.settle();
  expect(first.cos.unansweredCalls()).toEqual([]);
  expect(first.state(firstId)).toMatchObject({ status: 'waiting', reason: 'other-tab' });
});
