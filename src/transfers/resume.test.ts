import { describe, expect, test } from 'vitest';
import type { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import type { Failure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { JournalStore } from '#lib/JournalStore.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import type { TransferEngineOptions } from './TransferEngineOptions.ts';
import { createUploadJournal } from './createUploadJournal.ts';
import { MIB } from './planParts.ts';
import type { PlannedPart } from './planParts.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';
import { crc64Of, hashHere, patterned, startEngine } from './testing/startEngine.ts';
import type { EngineUnderTest } from './testing/startEngine.ts';

const DAY_MS = 24 * 3600 * 1000;
const BYTES = patterned(9 * MIB);
// The pattern repeats; no two parts may be alike here.
for (const at of [0, 4, 8]) BYTES[at * MIB] = 100 + at;
const FILE_CRC = crc64Of(BYTES);
const PART_CRCS = [0, 4, 8].map((at) => crc64Of(BYTES.subarray(at * MIB, (at + 4) * MIB)));

function fileOf(bytes: Uint8Array<ArrayBuffer> = BYTES, lastModified = 1): File {
  return new File([bytes], 'big.bin', { lastModified });
}

/** A page on a browser profile: the same store in another page is a reload, or what a crash left. */
function openPage(
  store: JournalStore,
  options: Partial<TransferEngineOptions> = {},
  onUnavailable: (failure: Failure) => void = () => undefined,
): EngineUnderTest {
  return startEngine({
    /** 4, 4 and 1 MiB, all at once. */
    policy: { wholeFileBytes: 4 * MIB },
    settings: { partsInFlight: 3 },
    journal: createUploadJournal({ store, now: () => Date.UTC(2026, 0, 1), onUnavailable }),
    ...options,
  });
}

const big = { key: 'big.bin', name: 'big.bin' };

/** Begins `u1` and confirms part 1; parts 2 and 3 are on their way when the page dies. */
async function crashWithOnePart(store: JournalStore): Promise<void> {
  const { cos, engine, upload, time } = openPage(store);
  upload({ ...big, file: fileOf() });
  (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
  (await cos.next('uploadPart')).succeed({ etag: 'e1', crc64: PART_CRCS[0] ?? '' });
  await time.settle();
  engine.dispose();
}

async function refused(): Promise<never> {
  throw new FailureError({ kind: 'local', code: 'StorageUnavailable', message: 'QuotaExceededError' });
}

function table(...ends: readonly number[]): PlannedPart[] {
  return ends.map((end, at) => ({ partNumber: at + 1, start: ends[at - 1] ?? 0, end }));
}

const part = (partNumber: number) => ({
  partNumber,
  etag: `e${partNumber}`,
  sizeBytes: (partNumber < 3 ? 4 : 1) * MIB,
});

async function sendParts(cos: FakeCosClient, partNumbers: readonly number[]): Promise<void> {
  for (const partNumber of partNumbers) {
    const call = await cos.next('uploadPart');
    expect(call.input).toMatchObject({ uploadId: 'u1', partNumber });
    call.succeed({ etag: `e${partNumber}`, crc64: PART_CRCS[partNumber - 1] ?? '' });
  }
}

describe('after a crash', () => {
  test('the same file goes on: confirmed parts are not sent again, those in flight are, and nothing stays noted', async () => {
    const store = createMemoryJournal();
    await crashWithOnePart(store);
    const { cos, upload, state, time } = openPage(store);
    const id = upload({ ...big, file: fileOf() });
    const list = await cos.next('listParts');
    expect(list.input).toMatchObject({ key: 'big.bin', uploadId: 'u1' });
    // Part 2 arrived although nobody heard of it: which file it came from is not known.
    list.succeed({ parts: [part(1), part(2)] });
    await sendParts(cos, [2, 3]);
    const complete = await cos.next('completeMultipartUpload');
    expect(complete.input.parts.map(({ etag }) => etag)).toEqual(['e1', 'e2', 'e3']);
    complete.succeed({ etag: 'w', crc64: FILE_CRC });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
    expect(cos.calls.filter((call) => call.operation === 'initiateMultipartUpload')).toEqual([]);
    expect(store.size()).toBe(0);
  });

  test('all pages of ListParts are believed: a part that is gone or another one is sent again', async () => {
    const store = createMemoryJournal();
    await crashWithOnePart(store);
    const { cos, upload } = openPage(store);
    upload({ ...big, file: fileOf() });
    (await cos.next('listParts')).succeed({ parts: [part(2)], nextPartNumberMarker: 2 });
    (await cos.next('listParts')).succeed({ parts: [] });
    await sendParts(cos, [1, 2, 3]);
    expect(cos.unansweredCalls('uploadPart')).toEqual([]);
  });

  test('another file of the same name, size and time is caught before Complete, and a person decides', async () => {
    const store = createMemoryJournal();
    await crashWithOnePart(store);
    const { cos, engine, upload, state, time } = openPage(store);
    const other = BYTES.slice();
    other[1] = 255;
    const id = upload({ ...big, file: fileOf(other) });
    (await cos.next('listParts')).succeed({ parts: [part(1)] });
    await time.settle();
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'paused', by: 'question', failure: { code: 'FileDiffers' } });
    expect(cos.unansweredCalls()).toEqual([]);
    engine.startOver(id);
    const abort = await cos.next('abortMultipartUpload');
    expect(abort.input).toEqual({ key: 'big.bin', uploadId: 'u1' });
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u2' });
    const first = await cos.next('uploadPart');
    expect(first.input).toMatchObject({ uploadId: 'u2', partNumber: 1 });
  });

  test('Complete waits for the comparison', async () => {
    const store = createMemoryJournal();
    await crashWithOnePart(store);
    let compare: (() => void) | undefined;
    const { cos, upload, time } = openPage(store, {
      crc64: async (blob, signal) => {
        const crc64 = await hashHere(blob, signal);
        if (crc64 === PART_CRCS[0]) await new Promise<void>((resolve) => (compare = resolve));
        return crc64;
      },
    });
    upload({ ...big, file: fileOf() });
    (await cos.next('listParts')).succeed({ parts: [part(1)] });
    await sendParts(cos, [2, 3]);
    await time.settle();
    expect(cos.unansweredCalls('completeMultipartUpload')).toEqual([]);
    compare?.();
    (await cos.next('completeMultipartUpload')).succeed({ etag: 'w', crc64: FILE_CRC });
  });

  test('a file with another date is not the same by itself, but is when the person says so', async () => {
    const store = createMemoryJournal();
    await crashWithOnePart(store);
    const { cos, upload } = openPage(store);
    upload({ ...big, file: fileOf(BYTES, 2), resumes: 'u1' });
    (await cos.next('listParts')).succeed({ parts: [part(1)] });
    await sendParts(cos, [2, 3]);
    const fresh = openPage(store);
    fresh.upload({ ...big, file: fileOf(BYTES, 2) });
    const begun = await fresh.cos.next('initiateMultipartUpload');
    expect(begun.input.key).toBe('big.bin');
  });

  test('an upload that is gone from the server is begun anew', async () => {
    const store = createMemoryJournal();
    await crashWithOnePart(store);
    const { cos, upload, time } = openPage(store);
    upload({ ...big, file: fileOf() });
    (await cos.next('listParts')).fail(serviceFailure('NoSuchUpload'));
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u2' });
    await time.settle();
    const noted = await store.entries(['upload']);
    expect(noted.map(({ key }) => key.at(-1))).toEqual(['u2']);
  });

  test('killed during Complete: the object is recognised and not sent again', async () => {
    const store = createMemoryJournal();
    const first = openPage(store);
    first.upload({ ...big, file: fileOf() });
    (await first.cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    await sendParts(first.cos, [1, 2, 3]);
    await first.cos.next('completeMultipartUpload');
    first.engine.dispose();
    const { cos, upload, state, time } = openPage(store);
    const id = upload({ ...big, file: fileOf() });
    (await cos.next('listParts')).fail(serviceFailure('NoSuchUpload'));
    (await cos.next('headObject')).succeed({ sizeBytes: BYTES.length, crc64: FILE_CRC, etag: 'w-3' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'w-3', verified: true });
  });
});

describe('the journal', () => {
  test('cancel is remembered until the upload is gone, then forgotten; nobody goes on with it', async () => {
    const store = createMemoryJournal();
    const { cos, engine, upload, time } = openPage(store);
    const id = upload({ ...big, file: fileOf() });
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    (await cos.next('uploadPart')).succeed({ etag: 'e1', crc64: PART_CRCS[0] ?? '' });
    await time.settle();
    expect(store.size()).toBe(2);
    engine.cancel(id);
    await time.settle();
    expect(store.size()).toBe(1);
    // The page is closed before the bucket has answered; the next one sees what is left to do.
    const next = createUploadJournal({ store, now: () => Date.UTC(2026, 0, 1), onUnavailable: () => undefined });
    expect(await next.all()).toEqual([]);
    expect(await next.condemned()).toMatchObject([{ key: big.key, uploadId: 'u1' }]);
    (await cos.next('abortMultipartUpload')).succeed();
    await time.settle();
    expect(store.size()).toBe(0);
  });

  test('lives seven days', async () => {
    const store = createMemoryJournal();
    await crashWithOnePart(store);
    const after = (days: number) =>
      createUploadJournal({ store, now: () => Date.UTC(2026, 0, 1) + days * DAY_MS, onUnavailable: () => undefined });
    expect(await after(6.9).all()).toHaveLength(1);
    expect(await after(7).all()).toEqual([]);
    expect(store.size()).toBe(0);
  });

  test('a table that was cut anew is the one that is gone on with', async () => {
    const store = createMemoryJournal();
    const journal = createUploadJournal({ store, now: () => 0, onUnavailable: () => undefined });
    const upload: MultipartUpload = {
      uploadId: 'u1',
      plan: table(4, 8, 9),
      confirmed: new Map(),
      completeSent: false,
      isRestored: false,
      unchecked: new Set(),
    };
    const job: UploadJob = {
      ...big,
      direction: 'upload',
      connectionId: 'media',
      file: fileOf(),
      onExisting: 'ask',
      renamed: () => undefined,
      discard: () => Promise.resolve(),
    };
    const location = { bucket: 'b-1', region: 'r' };
    journal.began(job, upload, location);
    upload.plan = table(4, 9);
    journal.replanned(upload);
    const reopened = createUploadJournal({ store, now: () => 0, onUnavailable: () => undefined });
    expect((await reopened.find(job, location))?.upload.plan).toEqual(table(4, 9));
  });

  test('keeps the handle the drop gave', async () => {
    const store = createMemoryJournal();
    const { cos, upload, time } = openPage(store);
    const handle = { name: 'big.bin' } as FileSystemFileHandle;
    upload({ ...big, file: fileOf(), getHandle: async () => handle });
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    await time.settle();
    expect((await store.entries(['upload']))[0]?.value).toMatchObject({ uploadId: 'u1', handle });
  });

  test('a browser without room is told about once, and the upload goes on', async () => {
    const complaints: string[] = [];
    const store = { put: refused, putAll: refused, entries: refused, remove: refused, keepLast: refused };
    const { cos, upload, state, time } = openPage(store, {}, ({ code }) => complaints.push(code));
    const id = upload({ ...big, file: fileOf() });
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    await sendParts(cos, [1, 2, 3]);
    (await cos.next('completeMultipartUpload')).succeed({ etag: 'w', crc64: FILE_CRC });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
    expect(complaints).toEqual(['StorageUnavailable']);
  });
});

describe('an Initiate whose answer is lost', () => {
  const lost = { kind: 'network', code: 'ConnectionLost', message: 'reset' } as const;

  test('is looked for, and the empty upload it began is used', async () => {
    const { cos, upload, time } = openPage(createMemoryJournal());
    upload({ ...big, file: fileOf() });
    (await cos.next('initiateMultipartUpload')).fail(lost);
    await time.pass(1000);
    (await cos.next('listMultipartUploads')).succeed({
      uploads: [
        { key: 'big.bin', uploadId: 'somebody' },
        { key: 'big.bin', uploadId: 'u1' },
        { key: 'big.bin.old', uploadId: 'longer' },
      ],
    });
    const asked = await cos.next('listParts');
    expect(asked.input.uploadId).toBe('u1');
    asked.succeed({ parts: [] });
    const first = await cos.next('uploadPart');
    expect(first.input.uploadId).toBe('u1');
    expect(cos.calls.filter((call) => call.operation === 'initiateMultipartUpload')).toHaveLength(1);
  });

  test('is made again when it began nothing, or nobody may look', async () => {
    const { cos, upload, time } = openPage(createMemoryJournal());
    upload({ ...big, file: fileOf() });
    (await cos.next('initiateMultipartUpload')).fail(lost);
    await time.pass(1000);
    (await cos.next('listMultipartUploads')).succeed({ uploads: [{ key: 'big.bin', uploadId: 'somebody' }] });
    (await cos.next('listParts')).succeed({ parts: [part(1)] });
    (await cos.next('initiateMultipartUpload')).fail(lost);
    await time.pass(2000);
    (await cos.next('listMultipartUploads')).fail(serviceFailure('AccessDenied'));
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u2' });
    const first = await cos.next('uploadPart');
    expect(first.input.uploadId).toBe('u2');
  });
});
