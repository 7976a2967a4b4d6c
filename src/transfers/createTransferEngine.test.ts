import { describe, expect, test } from 'vitest';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { MIB } from './planParts.ts';
import { crc64Of, patterned, startEngine } from './testing/startEngine.ts';
import type { EngineUnderTest } from './testing/startEngine.ts';

const BYTES = patterned(9 * MIB);
const FILE_CRC = crc64Of(BYTES);
const HELLO_CRC = crc64Of(new TextEncoder().encode('hello'));
const lost = { kind: 'network', code: 'ConnectionLost', message: 'reset' } as const;
const big = { key: 'big.bin', name: 'big.bin', file: new Blob([BYTES]) };
/** 4, 4 and 1 MiB, all at once. */
const inParts = { policy: { wholeFileBytes: 4 * MIB }, settings: { partsInFlight: 3 } };

describe('pause, resume, cancel', () => {
  test('resume believes the server: confirmed parts are not sent again, the lost one is', async () => {
    const { cos, engine, upload, state, time } = startEngine(inParts);
    const id = upload(big);
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    (await cos.next('uploadPart')).succeed({ etag: 'e1' });
    const second = await cos.next('uploadPart');
    second.sent(3 * MIB);
    await time.settle();
    engine.pause(id);
    expect(state(id)).toMatchObject({ status: 'paused', by: 'person', progress: { transferredBytes: 7 * MIB } });
    expect(second.isSettled).toBe(true);
    engine.resume(id);
    const list = await cos.next('listParts');
    // Part 2 arrived although its answer did not; part 1 is not what was sent.
    list.succeed({
      parts: [
        { partNumber: 1, etag: 'other', sizeBytes: 4 * MIB },
        { partNumber: 2, etag: 'e2', sizeBytes: 4 * MIB },
      ],
    });
    const sent = [await cos.next('uploadPart'), await cos.next('uploadPart')];
    sent[0]?.succeed({ etag: 'e1' });
    sent[1]?.succeed({ etag: 'e3' });
    expect(sent.map((call) => call.input.partNumber)).toEqual([1, 3]);
    (await cos.next('completeMultipartUpload')).succeed({ etag: 'w', crc64: FILE_CRC });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
  });

  test('paused while Complete was under way: the object is asked before anything is sent', async () => {
    const { cos, engine, upload, state, time } = startEngine(inParts);
    const id = upload(big);
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    for (const etag of ['e1', 'e2', 'e3']) (await cos.next('uploadPart')).succeed({ etag });
    await cos.next('completeMultipartUpload');
    engine.pause(id);
    engine.resume(id);
    (await cos.next('listParts')).fail(serviceFailure('NoSuchUpload'));
    (await cos.next('headObject')).succeed({ sizeBytes: BYTES.length, crc64: FILE_CRC, etag: 'w-3' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'w-3', verified: true });
    expect(cos.calls.filter((call) => call.operation === 'uploadPart')).toHaveLength(3);
  });

  test('cancel stops the requests and leaves no upload on the server', async () => {
    const { cos, engine, upload, state } = startEngine(inParts);
    const id = upload(big);
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    const part = await cos.next('uploadPart');
    engine.cancel(id);
    expect(state(id)).toEqual({ status: 'cancelled' });
    expect(part.isSettled).toBe(true);
    const abort = await cos.next('abortMultipartUpload');
    expect(abort.input).toEqual({ key: 'big.bin', uploadId: 'u1' });
  });

  test('an uploadId that arrives after the cancel is removed as well', async () => {
    const { cos, engine, upload, state, time } = startEngine(inParts);
    const id = upload(big);
    const begin = await cos.next('initiateMultipartUpload');
    engine.cancel(id);
    await time.settle();
    expect(state(id).status).toBe('cancelled');
    begin.succeed({ uploadId: 'late' });
    const abort = await cos.next('abortMultipartUpload');
    expect(abort.input.uploadId).toBe('late');
  });

  test('removing an upload goes on through an outage and takes "gone already" for done', async () => {
    const { cos, engine, upload, time } = startEngine(inParts);
    const id = upload(big);
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    await cos.next('uploadPart');
    engine.cancel(id);
    (await cos.next('abortMultipartUpload')).fail(serviceFailure('InternalError'));
    await time.pass(1000);
    (await cos.next('abortMultipartUpload')).fail(serviceFailure('NoSuchUpload'));
    await time.pass(60_000);
    expect(cos.unansweredCalls()).toEqual([]);
  });

  test('however many are cancelled, their uploads are removed two at a time', async () => {
    const { cos, engine, upload, time } = startEngine(inParts);
    for (let n = 0; n < 9; n += 1) {
      const id = upload({ ...big, key: `big${n}.bin` });
      (await cos.next('initiateMultipartUpload')).succeed({ uploadId: `u${n}` });
      await cos.next('uploadPart');
      engine.pause(id);
      await time.settle();
    }
    engine.cancelAll();
    for (let removed = 0; removed < 9; removed += 1) {
      await time.settle();
      expect(cos.unansweredCalls('abortMultipartUpload').length).toBe(Math.min(2, 9 - removed));
      (await cos.next('abortMultipartUpload')).succeed();
    }
  });

  test('paused before it began, cancelled after it failed, and late answers change nothing', async () => {
    const { cos, engine, upload, state, time } = startEngine({ settings: { partsInFlight: 1 } });
    const first = upload();
    const second = upload({ key: 'c.txt', name: 'c.txt' });
    engine.pause(second);
    expect(state(second).status).toBe('paused');
    const call = await cos.next('putObject');
    call.fail(serviceFailure('AccessDenied'));
    await time.settle();
    expect(state(first)).toMatchObject({ status: 'failed', failure: { code: 'AccessDenied' } });
    engine.cancel(first);
    expect(state(first).status).toBe('cancelled');
    engine.retry(first);
    engine.resume(first);
    expect(state(first).status).toBe('cancelled');
    await time.settle();
    expect(cos.calls).toHaveLength(1);
    engine.resume(second);
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(state(second).status).toBe('completed');
    engine.cancel(second);
    expect(state(second).status).toBe('completed');
  });
});

describe('outages', () => {
  test('offline cuts what is under way, spends no attempts and goes on by itself', async () => {
    const { cos, setOnline, upload, state, time } = startEngine();
    const id = upload();
    const call = await cos.next('putObject');
    setOnline(false);
    expect(call.isSettled).toBe(true);
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'waiting', reason: 'offline' });
    await time.pass(3_600_000);
    expect(cos.calls).toHaveLength(1);
    setOnline(true);
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(state(id).status).toBe('completed');
  });

  test('a back-off is not slept through when the network comes back meanwhile', async () => {
    const { cos, setOnline, upload, state, time } = startEngine({ random: () => 1 });
    const id = upload();
    for (let attempt = 1; attempt < 7; attempt += 1) {
      (await cos.next('putObject')).fail(lost);
      await time.pass(20_000);
    }
    (await cos.next('putObject')).fail(lost);
    await time.settle();
    setOnline(false);
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'waiting', reason: 'offline' });
    setOnline(true);
    (await cos.next('putObject')).fail(lost);
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'waiting', reason: 'retry', attempt: 2 });
  });

  test('one part in trouble for ever does not stop the others', async () => {
    const { cos, upload, state, time } = startEngine({ settings: { partsInFlight: 3 } });
    const poison = upload();
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      (await cos.next('putObject')).fail(serviceFailure('InternalError'));
      await time.settle();
      const other = upload({ key: `f${attempt}`, name: `f${attempt}` });
      if (attempt < 8) await time.pass(1);
      const call = await cos.next('putObject');
      call.succeed({ etag: 'e', crc64: HELLO_CRC });
      await time.settle();
      expect(state(other).status).toBe('completed');
      if (attempt < 8) await time.pass(20_000);
    }
    expect(state(poison)).toMatchObject({ status: 'waiting', reason: 'host-down', failure: { code: 'InternalError' } });
    await time.pass(59_999);
    expect(cos.unansweredCalls()).toEqual([]);
    await time.pass(1);
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(state(poison).status).toBe('completed');
  });

  test.each([
    ['coming back to the page', ({ setOnline }: EngineUnderTest) => setOnline(true)],
    ['saying so', ({ engine }: EngineUnderTest) => engine.tryNow()],
  ])('a sign-in is waited for by everybody, and %s asks again', async (_what, tell) => {
    const started = startEngine();
    const { cos, upload, state, time } = started;
    const signIn = { kind: 'credentials', code: 'SignInRequired', message: '401' } as const;
    const ids = [upload(), upload({ key: 'c', name: 'c' })];
    (await cos.next('putObject')).fail(signIn);
    (await cos.next('putObject')).fail(signIn);
    await time.settle();
    for (const id of ids)
      expect(state(id)).toMatchObject({ status: 'waiting', reason: 'credentials', failure: signIn });
    await time.pass(10_000);
    expect(cos.unansweredCalls()).toEqual([]);
    tell(started);
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(ids.map((id) => state(id).status)).toEqual(['completed', 'completed']);
  });

  test('after eight tries one probe a minute speaks for all, however many are queued', async () => {
    const { cos, upload, state, time } = startEngine({ settings: { partsInFlight: 3 } });
    const ids = Array.from({ length: 20 }, (_, n) => upload({ key: `f${n}`, name: `f${n}` }));
    const failAll = async (): Promise<number> => {
      await time.settle();
      const calls = cos.unansweredCalls('putObject');
      for (const call of calls) call.fail(lost);
      await time.settle();
      return calls.length;
    };
    for (let second = 0; second < 120; second += 1) {
      await failAll();
      await time.pass(1000);
    }
    expect(state(ids[0] ?? '')).toMatchObject({
      status: 'waiting',
      reason: 'host-down',
      failure: { code: 'ConnectionLost' },
    });
    const before = cos.calls.length;
    expect(before).toBeLessThanOrEqual(3 * 8 + 2);
    for (let second = 0; second < 600; second += 1) {
      await failAll();
      await time.pass(1000);
    }
    expect(cos.calls.length - before).toBeGreaterThanOrEqual(9);
    expect(cos.calls.length - before).toBeLessThanOrEqual(11);
    await time.pass(60_000);
    cos.unansweredCalls('putObject')[0]?.succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(cos.unansweredCalls('putObject').length).toBe(3);
    expect(ids.map((id) => state(id).status).filter((status) => status === 'failed')).toEqual([]);
  });

  test('coming online is probed at once, without waiting for the minute', async () => {
    const { cos, setOnline, upload, state, time } = startEngine();
    const id = upload();
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      (await cos.next('putObject')).fail(lost);
      await time.settle();
      if (attempt < 8) await time.pass(20_000);
    }
    expect(state(id)).toMatchObject({ status: 'waiting', reason: 'host-down' });
    setOnline(true);
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(state(id).status).toBe('completed');
  });

  test('a probe that fails is one request, also when it is the first of its transfer', async () => {
    const { cos, engine, upload, state, time } = startEngine();
    const first = upload();
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      (await cos.next('putObject')).fail(lost);
      await time.settle();
      if (attempt < 8) await time.pass(20_000);
    }
    engine.cancel(first);
    const second = upload({ key: 'c', name: 'c' });
    await time.pass(60_000);
    (await cos.next('putObject')).fail(lost);
    await time.pass(59_000);
    expect(state(second)).toMatchObject({ status: 'waiting', reason: 'host-down' });
    expect(cos.calls).toHaveLength(9);
    await time.pass(1_000);
    expect(cos.calls).toHaveLength(10);
  });

  test('keys refused once are renewed and used at once; refused twice, access was withdrawn', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload();
    (await cos.next('putObject')).fail(serviceFailure('ExpiredToken'));
    (await cos.next('putObject')).fail(serviceFailure('ExpiredToken'));
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'AccessWithdrawn' }, resumable: true });
    expect(cos.calls).toHaveLength(2);
  });

  test('an endpoint in trouble is waited for under its own name', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload();
    (await cos.next('putObject')).fail({ kind: 'credentials', code: 'EndpointUnreachable', message: 'refused' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'waiting', reason: 'credentials' });
  });

  test('bytes that stand still are labelled after 10 s and sent again after 20, then 40', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload({ file: new Blob(['hello hello']) });
    const first = await cos.next('putObject');
    first.options.onStart?.();
    await time.pass(5000);
    first.sent(3);
    await time.pass(9_999);
    expect(state(id).status).toBe('running');
    await time.pass(1);
    expect(state(id)).toMatchObject({ status: 'waiting', reason: 'stalled' });
    first.sent(4);
    expect(state(id).status).toBe('running');
    await time.pass(5000);
    first.sent(4); // The same figure again is not movement.
    await time.pass(14_999);
    expect(first.isSettled).toBe(false);
    await time.pass(1);
    expect(first.isSettled).toBe(true);
    expect(state(id)).toMatchObject({ status: 'waiting', reason: 'retry', failure: { code: 'Stalled' } });
    await time.pass(1000);
    const second = await cos.next('putObject');
    second.options.onStart?.();
    await time.pass(39_000);
    expect(second.isSettled).toBe(false);
    await time.pass(1_000);
    expect(second.isSettled).toBe(true);
  });

  test('a body that is out gets a minute for its answer', async () => {
    const { cos, upload, time } = startEngine();
    upload();
    const call = await cos.next('putObject');
    call.sent(5);
    await time.pass(59_000);
    expect(call.isSettled).toBe(false);
    await time.pass(1_000);
    expect(call.isSettled).toBe(true);
  });

  test('spaces keep a slow Complete alive, silence ends it', async () => {
    const { cos, upload, time } = startEngine(inParts);
    upload(big);
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    for (const etag of ['e1', 'e2', 'e3']) (await cos.next('uploadPart')).succeed({ etag });
    const complete = await cos.next('completeMultipartUpload');
    complete.options.onStart?.();
    for (let i = 0; i < 5; i += 1) {
      await time.pass(50_000);
      complete.options.onAlive?.();
    }
    expect(complete.isSettled).toBe(false);
    await time.pass(60_000);
    expect(complete.isSettled).toBe(true);
  });
});

describe('many transfers', () => {
  test('small files are not starved by a big one', async () => {
    const { cos, upload, time } = startEngine({ policy: { wholeFileBytes: 1 * MIB }, settings: { partsInFlight: 2 } });
    upload(big);
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    await time.settle();
    expect(cos.unansweredCalls('uploadPart')).toHaveLength(2);
    upload();
    upload({ key: 'c', name: 'c' });
    (await cos.next('uploadPart')).succeed({ etag: 'e1' });
    await time.settle();
    expect(cos.unansweredCalls('putObject')).toHaveLength(1);
  });

  test('progress is told a few times per second, however often bytes move', async () => {
    const { cos, engine, upload, time } = startEngine();
    upload({ file: new Blob([BYTES.subarray(0, MIB)]) });
    const call = await cos.next('putObject');
    let batches = 0;
    engine.subscribe(() => (batches += 1));
    for (let sent = 1; sent <= 1000; sent += 1) {
      call.sent(sent * 1000);
      if (sent % 10 === 0) await time.pass(10);
    }
    expect(batches).toBeGreaterThanOrEqual(4);
    expect(batches).toBeLessThanOrEqual(6);
  });

  test('pause all, resume all, cancel all, clear finished', async () => {
    const { cos, engine, upload, state, time } = startEngine({ settings: { partsInFlight: 2 } });
    const ids = ['a', 'b', 'c', 'd'].map((key) => upload({ key, name: key }));
    const statuses = (): string[] => ids.map((id) => state(id).status);
    await time.settle();
    engine.pauseAll();
    expect(statuses()).toEqual(['paused', 'paused', 'paused', 'paused']);
    engine.resumeAll();
    await time.settle();
    expect(statuses()).toEqual(['running', 'running', 'queued', 'queued']);
    cos.unansweredCalls('putObject')[0]?.succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    engine.cancelAll();
    expect(statuses()).toEqual(['completed', 'cancelled', 'cancelled', 'cancelled']);
    engine.clearFinished();
    expect(() => state(ids[0] ?? '')).toThrow('No transfer');
  });

  test('dispose stops everything without a word to the server', async () => {
    const { cos, engine, upload, time } = startEngine(inParts);
    upload(big);
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    const part = await cos.next('uploadPart');
    engine.dispose();
    await time.pass(120_000);
    expect(part.isSettled).toBe(true);
    expect(cos.unansweredCalls()).toEqual([]);
  });
});

describe('slow connections and sleep', () => {
  test('a part that creeps while another runs is sent again, once', async () => {
    const { cos, upload, state, time } = startEngine(inParts);
    const id = upload(big);
    (await cos.next('initiateMultipartUpload')).succeed({ uploadId: 'u1' });
    const [creeping, running] = [await cos.next('uploadPart'), await cos.next('uploadPart')];
    (await cos.next('uploadPart')).succeed({ etag: 'e3' });
    for (let second = 1; second <= 59; second += 1) {
      creeping.sent(second * 100);
      running.sent(second * 50_000);
      await time.pass(1000);
    }
    expect(creeping.isSettled).toBe(false);
    for (let second = 60; second <= 64; second += 1) {
      if (!creeping.isSettled) creeping.sent(second * 100);
      running.sent(second * 50_000);
      await time.pass(1000);
    }
    expect([creeping.isSettled, running.isSettled]).toEqual([true, false]);
    const again = await cos.next('uploadPart');
    expect(again.input.partNumber).toBe(creeping.input.partNumber);
    for (let second = 1; second <= 90; second += 1) {
      again.sent(second * 100);
      running.sent(3_200_000 + second * 5000);
      await time.pass(1000);
    }
    expect(again.isSettled).toBe(false);
    expect(state(id).status).toBe('running');
  });

  test('after an hour of sleep a dead connection is given up within seconds', async () => {
    const { cos, upload, state, time } = startEngine();
    const id = upload();
    const call = await cos.next('putObject');
    call.options.onStart?.();
    await time.pass(1000);
    time.sleep(3_600_000);
    await time.pass(5000);
    expect(call.isSettled).toBe(true);
    (await cos.next('putObject')).succeed({ etag: 'e', crc64: HELLO_CRC });
    await time.settle();
    expect(state(id).status).toBe('completed');
  });
});
