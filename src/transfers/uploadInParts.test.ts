import { describe, expect, test } from 'vitest';
import type { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { MIB } from './planParts.ts';
import { crc64Of, patterned, startEngine } from './testing/startEngine.ts';
import type { EngineUnderTest } from './testing/startEngine.ts';

const BYTES = patterned(9 * MIB);
const FILE_CRC = crc64Of(BYTES);
const PART_CRCS = [0, 4, 8].map((from) => crc64Of(BYTES.subarray(from * MIB, Math.min(from + 4, 9) * MIB)));
const lost = { kind: 'network', code: 'ConnectionLost', message: 'reset' } as const;

/** 9 MiB in parts of 4, 4 and 1, all three at once. */
function startBig(partsInFlight = 3): EngineUnderTest & { id: string } {
  const test = startEngine({ policy: { wholeFileBytes: 4 * MIB }, settings: { partsInFlight } });
  return { ...test, id: test.upload({ key: 'big.bin', name: 'big.bin', file: new Blob([BYTES]) }) };
}

async function acceptPart(cos: FakeCosClient): Promise<number> {
  const call = await cos.next('uploadPart');
  const { partNumber } = call.input;
  call.succeed({ etag: `e${partNumber}`, crc64: PART_CRCS[partNumber - 1] ?? '' });
  return partNumber;
}

async function acceptAllParts(cos: FakeCosClient): Promise<void> {
  (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
  for (let i = 0; i < 3; i += 1) await acceptPart(cos);
}

const LISTED = [1, 2, 3].map((partNumber) => ({
  partNumber,
  etag: `e${partNumber}`,
  sizeBytes: (partNumber === 3 ? 1 : 4) * MIB,
}));

describe('upload in parts', () => {
  test('sends parts in parallel, completes them in order, and checks the checksum of the whole', async () => {
    const { cos, id, state, story, time } = startBig();
    const begin = await cos.next('initiateMultipartUpload');
    expect(begin.input).toEqual({ key: 'big.bin', forbidOverwrite: true });
    begin.succeed({ uploadId: 'u1' });
    const calls = [await cos.next('uploadPart'), await cos.next('uploadPart'), await cos.next('uploadPart')];
    for (const call of calls.toReversed()) {
      const { partNumber } = call.input;
      call.succeed({ etag: `e${partNumber}`, crc64: PART_CRCS[partNumber - 1] ?? '' });
    }
    const complete = await cos.next('completeMultipartUpload');
    expect(complete.input).toEqual({
      key: 'big.bin',
      uploadId: 'u1',
      forbidOverwrite: true,
      parts: [1, 2, 3].map((partNumber) => ({ partNumber, etag: `e${partNumber}` })),
    });
    complete.succeed({ etag: 'whole-3', crc64: FILE_CRC });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'whole-3', verified: true });
    expect(story(id)).toEqual([
      'queued',
      'running transferring',
      'running completing',
      'running verifying',
      'completed',
    ]);
  });

  test('never has more parts in flight than the budget allows', async () => {
    const { cos, time } = startBig(2);
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    await time.settle();
    expect(cos.unansweredCalls('uploadPart')).toHaveLength(2);
  });

  test('one failing part waits alone; the others go on and the transfer runs', async () => {
    const { cos, id, state, time } = startBig();
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    (await cos.next('uploadPart')).fail(serviceFailure('SlowDown'));
    await time.settle();
    expect(state(id).status).toBe('running');
    await acceptPart(cos);
    await acceptPart(cos);
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'waiting', reason: 'retry' });
    await time.pass(250);
    expect(await acceptPart(cos)).toBe(1);
    (await cos.next('completeMultipartUpload')).succeed({ etag: 'w', crc64: FILE_CRC });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
  });

  test('a part that arrives damaged is sent again; the third time the transfer fails and the upload is removed', async () => {
    const { cos, id, state, time } = startBig(1);
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    for (let i = 0; i < 3; i += 1) (await cos.next('uploadPart')).succeed({ etag: 'e', crc64: '5' });
    const abort = await cos.next('abortMultipartUpload');
    expect(abort.input).toEqual({ key: 'big.bin', uploadId: 'u1' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'ChecksumMismatch' }, resumable: true });
  });

  test('an object whose checksum is not the one of its parts is never done', async () => {
    const { cos, id, state, time } = startBig();
    await acceptAllParts(cos);
    (await cos.next('completeMultipartUpload')).succeed({ etag: 'w', crc64: '5' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'ChecksumMismatch' } });
  });

  test('the checksum missing on Complete is asked for by HEAD; hidden there too is "not verified"', async () => {
    const { cos, id, state, time } = startBig();
    await acceptAllParts(cos);
    (await cos.next('completeMultipartUpload')).succeed({ etag: 'w' });
    (await cos.next('headObject')).succeed({ sizeBytes: BYTES.length, etag: 'w' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'w', verified: false });
  });

  test('ETags hidden by the CORS rule come from ListParts', async () => {
    const { cos, id, state, time } = startBig();
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    for (let i = 0; i < 3; i += 1) (await cos.next('uploadPart')).succeed({});
    const list = await cos.next('listParts');
    list.succeed({ parts: LISTED.slice(0, 2), nextPartNumberMarker: 2 });
    const page = await cos.next('listParts');
    expect(page.input).toMatchObject({ partNumberMarker: 2 });
    page.succeed({ parts: LISTED.slice(2) });
    const complete = await cos.next('completeMultipartUpload');
    expect(complete.input.parts.map((part) => part.etag)).toEqual(['e1', 'e2', 'e3']);
    complete.succeed({ etag: 'w' });
    (await cos.next('headObject')).succeed({ sizeBytes: BYTES.length });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: false });
  });

  test('a lost Complete that worked is found by HEAD', async () => {
    const { cos, id, state, time } = startBig();
    await acceptAllParts(cos);
    (await cos.next('completeMultipartUpload')).fail(lost);
    await time.pass(1000);
    (await cos.next('headObject')).succeed({ sizeBytes: BYTES.length, crc64: FILE_CRC, etag: 'w-3' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'w-3', verified: true });
    expect(cos.calls.filter((call) => call.operation === 'completeMultipartUpload')).toHaveLength(1);
  });

  test('a lost Complete that did not work is sent again', async () => {
    const { cos, id, state, time } = startBig();
    await acceptAllParts(cos);
    (await cos.next('completeMultipartUpload')).fail(serviceFailure('InternalError'));
    await time.pass(1000);
    (await cos.next('headObject')).fail(serviceFailure('NoSuchKey'));
    (await cos.next('completeMultipartUpload')).succeed({ etag: 'w', crc64: FILE_CRC });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
  });

  test('NoSuchUpload after Complete is done when the object is ours, and a loud failure when it is not', async () => {
    for (const [crc64, status] of [[FILE_CRC, 'completed'] as const, ['5', 'failed'] as const]) {
      const { cos, id, state, time } = startBig();
      await acceptAllParts(cos);
      (await cos.next('completeMultipartUpload')).fail(serviceFailure('NoSuchUpload'));
      (await cos.next('headObject')).succeed({ sizeBytes: BYTES.length, crc64 });
      await time.settle();
      const again = cos.unansweredCalls('headObject')[0];
      again?.succeed({ sizeBytes: BYTES.length, crc64 });
      await time.settle();
      expect(state(id).status).toBe(status);
    }
  });

  test('an upload that vanished half-way is begun again', async () => {
    const { cos, id, state, time } = startBig();
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    await acceptPart(cos);
    (await cos.next('uploadPart')).fail(serviceFailure('NoSuchUpload'));
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u2' });
    for (let i = 0; i < 3; i += 1) await acceptPart(cos);
    const complete = await cos.next('completeMultipartUpload');
    expect(complete.input.uploadId).toBe('u2');
    complete.succeed({ etag: 'w', crc64: FILE_CRC });
    await time.settle();
    expect(state(id).status).toBe('completed');
  });

  test('InvalidPart on Complete: the server says which parts it has, the others are sent again', async () => {
    const { cos, id, state, time } = startBig();
    await acceptAllParts(cos);
    (await cos.next('completeMultipartUpload')).fail(serviceFailure('InvalidPart'));
    (await cos.next('listParts')).succeed({ parts: [LISTED[0]!, { ...LISTED[2]!, sizeBytes: 5 }] });
    expect([await acceptPart(cos), await acceptPart(cos)]).toEqual([2, 3]);
    // The first Complete may have worked after all, so the object is asked first.
    (await cos.next('headObject')).fail(serviceFailure('NoSuchKey'));
    (await cos.next('completeMultipartUpload')).succeed({ etag: 'w', crc64: FILE_CRC });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
  });

  test('a conflict found on Complete keeps the parts, and "replace" only completes', async () => {
    const { cos, engine, id, state, time } = startBig();
    await acceptAllParts(cos);
    (await cos.next('completeMultipartUpload')).fail(serviceFailure('FileAlreadyExists'));
    (await cos.next('headObject')).succeed({ sizeBytes: 3, crc64: '5' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'FileAlreadyExists' }, resumable: true });
    engine.retry(id, { onExisting: 'replace' });
    (await cos.next('listParts')).succeed({ parts: LISTED });
    (await cos.next('headObject')).succeed({ sizeBytes: 3, crc64: '5' });
    const complete = await cos.next('completeMultipartUpload');
    expect(complete.input.forbidOverwrite).toBe(false);
    complete.succeed({ etag: 'w', crc64: FILE_CRC });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
    expect(cos.calls.filter((call) => call.operation === 'uploadPart')).toHaveLength(3);
  });

  test('cancelled while the parts are put together: the rest is removed, then the object is looked for', async () => {
    const { cos, engine, id, state, time } = startBig();
    await acceptAllParts(cos);
    const complete = await cos.next('completeMultipartUpload');
    engine.cancel(id);
    expect(state(id)).toEqual({ status: 'cancelled', arrival: 'checking' });
    expect(complete.isSettled).toBe(true);
    const abort = await cos.next('abortMultipartUpload');
    expect(cos.unansweredCalls('headObject')).toEqual([]);
    abort.fail(serviceFailure('NoSuchUpload'));
    (await cos.next('headObject')).succeed({ sizeBytes: BYTES.length, etag: 'whole-3' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'whole-3', verified: false });
  });

  test('names nobody could list are looked for before the first byte, and again before the parts become the object', async () => {
    const { cos, upload, state, time } = startEngine({ policy: { wholeFileBytes: 4 * MIB } });
    const id = upload({ key: 'big.bin', name: 'big.bin', file: new Blob([BYTES]), looksFirst: true });
    (await cos.next('headObject')).fail(serviceFailure('NoSuchKey', { status: 404 }));
    await acceptAllParts(cos);
    (await cos.next('headObject')).succeed({ sizeBytes: 3, crc64: '5' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'FileAlreadyExists' }, resumable: true });
    expect(cos.calls.filter(({ operation }) => operation === 'completeMultipartUpload')).toEqual([]);
  });

  test('a conflict known at the start costs no byte; "keep both" goes under another name', async () => {
    const { cos, engine, id, state, time } = startBig();
    (await cos.next('initiateMultipartUpload')).fail(serviceFailure('FileAlreadyExists'));
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'FileAlreadyExists' } });
    engine.retry(id, { onExisting: 'keep-both' });
    (await cos.next('headObject')).fail(serviceFailure('NoSuchKey', { status: 404 }));
    expect((await cos.next('initiateMultipartUpload')).input.key).toBe('big (1).bin');
    expect(cos.unansweredCalls('uploadPart')).toEqual([]);
  });

  test('"not allowed" stops the other parts and ends the transfer at once', async () => {
    const { cos, id, state, time } = startBig();
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    const calls = [await cos.next('uploadPart'), await cos.next('uploadPart'), await cos.next('uploadPart')];
    calls[1]?.fail(serviceFailure('AccessDenied'));
    await time.settle();
    expect(calls.map((call) => call.isSettled)).toEqual([true, true, true]);
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'AccessDenied' } });
    expect(cos.calls.filter((call) => call.operation === 'uploadPart')).toHaveLength(3);
  });
});
