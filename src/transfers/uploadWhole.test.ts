import { describe, expect, test } from 'vitest';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { crc64Of, startEngine } from './testing/startEngine.ts';

const HELLO_CRC = crc64Of(new TextEncoder().encode('hello'));
const lost = { kind: 'network', code: 'ConnectionLost', message: 'reset' } as const;

describe('upload of a small file', () => {
  test('is done when the checksum of what arrived is ours, and not a moment earlier', async () => {
    const { cos, upload, state, story, time } = startEngine();
    const id = upload();
    const call = await cos.next('putObject');
    expect(call.input).toMatchObject({ key: 'a/b.txt', forbidOverwrite: true });
    call.sent(5);
    await time.pass(300);
    expect(state(id)).toMatchObject({ status: 'running', progress: { transferredBytes: 4, totalBytes: 5 } });
    call.succeed({ etag: 'e1', crc64: HELLO_CRC });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'e1', verified: true });
    expect(story(id)).toEqual(['queued', 'running transferring', 'running verifying', 'completed']);
  });

  test('a checksum hidden by the CORS rule is done, but not called verified', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload();
    (await cos.next('putObject')).succeed({});
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: '', verified: false });
  });

  test('an empty file is one PUT', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload({ file: new Blob([]) });
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: '0' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
    expect(cos.calls).toHaveLength(1);
  });

  test('waits and tries again when COS asks to slow down', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload();
    (await cos.next('putObject')).fail(serviceFailure('SlowDown'));
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'waiting', reason: 'retry', attempt: 2, failure: { code: 'SlowDown' } });
    await time.pass(249);
    expect(cos.calls).toHaveLength(1);
    await time.pass(1);
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(state(id).status).toBe('completed');
  });

  test('damaged on the way: sent again twice over our own damaged object, then failed for good', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload();
    for (const forbidOverwrite of [true, false, false]) {
      const call = await cos.next('putObject');
      expect(call.input).toMatchObject({ forbidOverwrite });
      call.succeed({ etag: 'e', crc64: '1' });
    }
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'ChecksumMismatch' }, resumable: true });
    expect(cos.calls).toHaveLength(3);
  });

  test('a 409 after a lost answer is recognised as our own success', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload();
    (await cos.next('putObject')).fail(lost);
    await time.pass(1000);
    (await cos.next('putObject')).fail(serviceFailure('FileAlreadyExists'));
    const head = await cos.next('headObject');
    head.succeed({ sizeBytes: 5, crc64: HELLO_CRC, etag: 'mine' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'mine', verified: true });
  });

  test('somebody else’s object is a question; "replace" answers it', async () => {
    const { cos, engine, upload, state, time } = startEngine();
    const id = upload();
    (await cos.next('putObject')).fail(serviceFailure('FileAlreadyExists'));
    (await cos.next('headObject')).succeed({ sizeBytes: 5, crc64: '77' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'FileAlreadyExists' }, resumable: true });
    engine.retry(id, { onExisting: 'replace' });
    const call = await cos.next('putObject');
    expect(call.input).toMatchObject({ forbidOverwrite: false, key: 'a/b.txt' });
    call.succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(state(id).status).toBe('completed');
  });

  test.each([
    ['replace', { status: 'completed' }, ['a/b.txt', 'a/b.txt']],
    ['keep-both', { status: 'completed' }, ['a/b.txt', 'a/b (1).txt']],
    ['skip', { status: 'skipped' }, ['a/b.txt']],
  ] as const)('a name that is taken late gets the answer that holds for all files: %s', async (onTaken, end, keys) => {
    const { cos, engine, upload, state, time } = startEngine();
    const id = upload();
    // Chosen while the first request is under way: it holds from then on.
    const first = await cos.next('putObject');
    const asked = [first.input.key];
    engine.shape({ onTaken });
    first.fail(serviceFailure('FileAlreadyExists'));
    (await cos.next('headObject')).succeed({ sizeBytes: 5, crc64: '77' });
    await time.settle();
    for (const head of cos.unansweredCalls('headObject')) head.fail(serviceFailure('NoSuchKey', { status: 404 }));
    await time.settle();
    while (cos.unansweredCalls('putObject').length > 0) {
      const call = await cos.next('putObject');
      asked.push(call.input.key);
      call.succeed({ etag: 'e', crc64: HELLO_CRC });
      await time.settle();
    }
    expect(state(id)).toMatchObject(end);
    expect(asked).toEqual(keys);
  });

  test('"keep both" takes the next number until one is free', async () => {
    const { cos, upload, transfer, time } = startEngine();
    const id = upload({ onExisting: 'keep-both' });
    (await cos.next('headObject')).fail(serviceFailure('NoSuchKey', { status: 404 }));
    const first = await cos.next('putObject');
    expect(first.input).toMatchObject({ key: 'a/b (1).txt', forbidOverwrite: true });
    first.fail(serviceFailure('FileAlreadyExists'));
    (await cos.next('headObject')).succeed({ sizeBytes: 9, crc64: '77' });
    (await cos.next('headObject')).fail(serviceFailure('NoSuchKey', { status: 404 }));
    const second = await cos.next('putObject');
    expect(second.input.key).toBe('a/b (2).txt');
    second.succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(transfer(id)).toMatchObject({ key: 'a/b (2).txt', name: 'b (2).txt', state: { status: 'completed' } });
  });

  test('"keep both": an equal copy from last time is not ours, so a new one gets the next number', async () => {
    const { cos, upload, transfer, time } = startEngine();
    const id = upload({ onExisting: 'keep-both' });
    (await cos.next('headObject')).succeed({ sizeBytes: 5, crc64: HELLO_CRC });
    const look = await cos.next('headObject');
    expect(look.input.key).toBe('a/b (2).txt');
    look.fail(serviceFailure('NoSuchKey', { status: 404 }));
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(transfer(id)).toMatchObject({ key: 'a/b (2).txt', state: { status: 'completed' } });
  });

  test('"keep both" without the right to look: a 409 is not ours, unless a request was lost before it', async () => {
    const { cos, upload, transfer, time } = startEngine();
    const id = upload({ onExisting: 'keep-both' });
    (await cos.next('headObject')).fail(serviceFailure('AccessDenied', { status: 403 }));
    (await cos.next('putObject')).fail(serviceFailure('FileAlreadyExists'));
    const second = await cos.next('putObject');
    expect(second.input.key).toBe('a/b (2).txt');
    second.sent(5);
    second.fail(lost);
    await time.pass(1000);
    (await cos.next('putObject')).fail(serviceFailure('FileAlreadyExists'));
    (await cos.next('headObject')).succeed({ sizeBytes: 5, crc64: HELLO_CRC, etag: 'mine' });
    await time.settle();
    expect(transfer(id)).toMatchObject({ key: 'a/b (2).txt', state: { status: 'completed', etag: 'mine' } });
  });

  test('who may not look and decides nothing: the first name that is free', async () => {
    const { cos, upload, transfer, time } = startEngine();
    const id = upload({ onExisting: 'ask', numbersItself: true });
    const first = await cos.next('putObject');
    expect(first.input.key).toBe('a/b.txt');
    first.fail(serviceFailure('FileAlreadyExists'));
    (await cos.next('headObject')).fail(serviceFailure('AccessDenied', { status: 403 }));
    (await cos.next('headObject')).fail(serviceFailure('AccessDenied', { status: 403 }));
    const second = await cos.next('putObject');
    expect(second.input).toMatchObject({ key: 'a/b (1).txt', forbidOverwrite: true });
    second.succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(transfer(id)).toMatchObject({ key: 'a/b (1).txt', state: { status: 'completed', verified: true } });
  });

  test('names that nobody could list are looked for before the body leaves', async () => {
    const { cos, upload, state, time } = startEngine();
    const taken = upload({ looksFirst: true });
    (await cos.next('headObject')).succeed({ sizeBytes: 5, crc64: '77' });
    (await cos.next('headObject')).succeed({ sizeBytes: 5, crc64: '77' });
    await time.settle();
    expect(state(taken)).toMatchObject({ status: 'failed', failure: { code: 'FileAlreadyExists' }, resumable: true });
    const free = upload({ looksFirst: true, key: 'free' });
    (await cos.next('headObject')).fail(serviceFailure('NoSuchKey', { status: 404 }));
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(state(free)).not.toHaveProperty('isNameUnchecked');
    expect(cos.calls.filter(({ operation }) => operation === 'putObject')).toHaveLength(1);
  });

  test('where nobody may look either, it is sent and says so; the second file is not asked about', async () => {
    const { cos, upload, state, time } = startEngine();
    const ids = [upload({ looksFirst: true })];
    (await cos.next('headObject')).fail(serviceFailure('AccessDenied', { status: 403 }));
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    ids.push(upload({ looksFirst: true, key: 'second' }));
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    for (const id of ids) expect(state(id)).toMatchObject({ status: 'completed', isNameUnchecked: true });
  });

  test('cancelled when all of it had left: the bucket is asked, and an object that is this file is Done', async () => {
    const { cos, engine, upload, state, time } = startEngine();
    const id = upload();
    (await cos.next('putObject')).sent(5);
    engine.cancel(id);
    expect(state(id)).toEqual({ status: 'cancelled', arrival: 'checking' });
    (await cos.next('headObject')).succeed({ sizeBytes: 5, crc64: HELLO_CRC, etag: 'late' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'late', verified: true });
  });

  test('cancelled in the middle of the body is cancelled, and nothing is asked', async () => {
    const { cos, engine, upload, state, time } = startEngine();
    const id = upload();
    (await cos.next('putObject')).sent(4);
    engine.cancel(id);
    await time.pass(10_000);
    expect(state(id)).toEqual({ status: 'cancelled' });
    expect(cos.calls).toHaveLength(1);
  });

  test('cancelled too late: what is not there after a second look is not there; a bucket that hides it is not guessed at', async () => {
    const { cos, engine, upload, state, time } = startEngine();
    const ids = [upload(), upload({ key: 'second' })];
    for (const _ of ids) (await cos.next('putObject')).sent(5);
    engine.cancelAll();
    const [gone, hidden] = [await cos.next('headObject'), await cos.next('headObject')];
    gone.fail(serviceFailure('NoSuchKey', { status: 404 }));
    hidden.succeed({ sizeBytes: 5 });
    await time.pass(2000);
    (await cos.next('headObject')).fail(serviceFailure('NoSuchKey', { status: 404 }));
    await time.settle();
    expect(ids.map(state)).toEqual([{ status: 'cancelled' }, { status: 'cancelled', arrival: 'unknown' }]);
  });

  test.each([
    ['k'.repeat(851), 'KeyTooLong', { bytes: 1 }],
    ['文'.repeat(284), 'KeyTooLong', { bytes: 2 }],
    ['/a', 'KeyNotAllowed', {}],
    ['a\u001bb', 'KeyNotAllowed', {}],
    ['a/../b', 'UnsafeKey', {}],
  ])('the key %j is refused as %s before any request', (key, code, facts) => {
    const { cos, upload, state } = startEngine();
    expect(state(upload({ key }))).toMatchObject({ status: 'failed', resumable: false, failure: { code, facts } });
    expect(cos.calls).toHaveLength(0);
  });

  test('a file that vanished is told from a network that did', async () => {
    const { cos, upload, state, time } = startEngine();
    const gone = Object.assign(new Blob(['hello']), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }),
    });
    const id = upload({ file: gone });
    (await cos.next('putObject')).fail(lost);
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'FileUnreadable' }, resumable: false });
  });
});
