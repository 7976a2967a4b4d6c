import { describe, expect, test, vi } from 'vitest';
import type { GetObjectOutput } from '#cos/CosCalls.ts';
import type { FakeCall, FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { MIB } from './planParts.ts';
import { crc64Of, MemorySink, patterned, startEngine } from './testing/startEngine.ts';
import type { EngineUnderTest } from './testing/startEngine.ts';

/** 1 MiB first, then ranges of 2, 2 and 1 MiB. */
const BYTES = patterned(6 * MIB);
const CRC = crc64Of(BYTES);

function startDownload(
  sizeBytes = BYTES.length,
  blockBytes = 2 * MIB,
): EngineUnderTest & { id: string; sink: MemorySink } {
  const test = startEngine({ policy: { blockBytes } });
  const sink = new MemorySink();
  const id = test.engine.addDownload({ connectionId: 'media', key: 'a/o.bin', name: 'o.bin', sizeBytes, sink });
  return { ...test, id, sink };
}

/** An answer of these bytes in pieces of 300 kB, ending early after `cutAfter` bytes. */
function answer(from: number, to: number, extra: Partial<GetObjectOutput> = {}, cutAfter = Infinity): GetObjectOutput {
  let at = from;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const end = Math.min(at + 300_000, to, from + cutAfter);
      if (at >= end) controller.close();
      else controller.enqueue(BYTES.slice(at, end));
      at = end;
    },
  });
  return { sizeBytes: BYTES.length, etag: 'v1', crc64: CRC, startByte: from, body, ...extra };
}

async function answerRange(cos: FakeCosClient, extra: Partial<GetObjectOutput> = {}): Promise<void> {
  const call = await cos.next('getObject');
  const { start, end } = rangeOf(call);
  call.succeed(answer(start, end, extra));
}

function rangeOf(call: FakeCall<'getObject'>): { start: number; end: number } {
  const { start = 0, end = BYTES.length } = call.input.range ?? {};
  return { start, end: Math.min(end, BYTES.length) };
}

const mib = (call: FakeCall<'getObject'>): number[] => Object.values(rangeOf(call)).map((byte) => byte / MIB);

describe('download', () => {
  test('fetches ranges in parallel, checks the whole, and only then commits', async () => {
    const { cos, id, sink, state, story, time } = startDownload();
    await answerRange(cos);
    const calls = [await cos.next('getObject'), await cos.next('getObject'), await cos.next('getObject')];
    expect(calls.map(mib)).toEqual([
      [1, 3],
      [3, 5],
      [5, 6],
    ]);
    for (const call of calls.toReversed()) {
      expect(sink.end).toBe('open');
      call.succeed(answer(rangeOf(call).start, rangeOf(call).end));
    }
    await time.pass(1000);
    expect(state(id)).toMatchObject({ status: 'completed', etag: 'v1', verified: true });
    expect(story(id)).toEqual(['queued', 'running transferring', 'running verifying', 'completed']);
    expect(sink.end).toBe('committed');
    expect(crc64Of(sink.bytes)).toBe(CRC);
  });

  test('a sink that cannot go back gets the blocks in order, however they come', async () => {
    const test = startEngine({ policy: { blockBytes: MIB } });
    const { cos, engine, state, time } = test;
    const written: number[] = [];
    class InOrder extends MemorySink {
      readonly inOrder = true;
      readonly begins = (sizeBytes: number): void => void written.push(-sizeBytes);
      override async write(bytes: Uint8Array<ArrayBuffer>, atByte: number): Promise<void> {
        written.push(atByte / MIB);
        await super.write(bytes, atByte);
      }
    }
    const sink = new InOrder();
    const sizeBytes = BYTES.length;
    const id = engine.addDownload({ connectionId: 'media', key: 'a/o.bin', name: 'o.bin', sizeBytes, sink });
    await answerRange(cos);
    const calls = [];
    for (let n = 1; n < 6; n += 1) calls.push(await cos.next('getObject'));
    expect(calls.map(mib)).toEqual([1, 2, 3, 4, 5].map((at) => [at, at + 1]));
    const [second] = calls;
    for (const call of calls.slice(1).toReversed()) call.succeed(answer(rangeOf(call).start, rangeOf(call).end));
    // Longer than any silence that is cut: blocks that wait for their turn are no silence.
    await time.pass(15_000);
    second?.fail({ kind: 'network', code: 'ConnectionLost', message: 'reset' });
    await time.pass(1000);
    expect(written).toEqual([-sizeBytes, 0]);
    engine.pause(id);
    await time.pass(60_000);
    engine.resume(id);
    await answerRange(cos);
    await vi.waitFor(async () => {
      await time.settle();
      expect(state(id)).toMatchObject({ status: 'completed', verified: true });
    });
    expect(written.filter((at) => at >= 0)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(crc64Of(sink.bytes)).toBe(CRC);
  });

  test('an empty object is one request without a range', async () => {
    const { cos, id, sink, state, time } = startDownload(0);
    const call = await cos.next('getObject');
    expect(call.input.range).toBeUndefined();
    call.succeed({ ...answer(0, 0), sizeBytes: 0, crc64: '0' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
    expect([sink.end, sink.bytes.length]).toEqual(['committed', 0]);
  });

  test('an object that became empty since it was listed is asked for without a range', async () => {
    const { cos, id, state, time } = startDownload();
    (await cos.next('getObject')).fail(serviceFailure('InvalidRange', { status: 416 }));
    (await cos.next('getObject')).succeed({ ...answer(0, 0), sizeBytes: 0, crc64: '0' });
    await time.settle();
    expect(state(id).status).toBe('completed');
  });

  test('a connection that dies goes on from the byte it had reached', async () => {
    const { cos, id, sink, state, time } = startDownload();
    await answerRange(cos);
    const cut = await cos.next('getObject');
    cut.succeed(answer(MIB, 3 * MIB, {}, 1_200_000));
    await answerRange(cos);
    await answerRange(cos);
    await time.pass(1000);
    const rest = await cos.next('getObject');
    expect(rest.input.range).toEqual({ start: MIB + 1_200_000, end: 3 * MIB });
    rest.succeed(answer(MIB + 1_200_000, 3 * MIB));
    await time.pass(1000);
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
    expect(crc64Of(sink.bytes)).toBe(CRC);
  });

  test('a connection that dies again and again, but brings something each time, is never called an outage', async () => {
    const { cos, id, sink, state, time } = startDownload(BYTES.length, 5 * MIB);
    await answerRange(cos);
    for (let at = MIB; at < BYTES.length; at += 300_000) {
      const call = await cos.next('getObject');
      expect(call.input.range?.start).toBe(at);
      call.succeed(answer(at, BYTES.length, {}, 300_000));
      await time.settle();
      const {
        status,
        attempt = 2,
        reason = 'retry',
      } = { ...state(id) } as { status: string; attempt?: number; reason?: string };
      expect([status === 'failed', attempt, reason]).toEqual([false, 2, 'retry']);
      await time.pass(1000);
    }
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
    expect(crc64Of(sink.bytes)).toBe(CRC);
  });

  test('what an earlier, longer try left in the sink is cut off', async () => {
    const { cos, sink, time } = startDownload();
    sink.bytes = new Uint8Array(8 * MIB);
    for (let i = 0; i < 4; i += 1) await answerRange(cos);
    await time.pass(1000);
    expect([sink.end, sink.bytes.length, crc64Of(sink.bytes)]).toEqual(['committed', BYTES.length, CRC]);
  });

  test('a server that ignores ranges is read as one stream, without a doubled byte', async () => {
    const { cos, id, sink, state, time } = startDownload();
    (await cos.next('getObject')).succeed(answer(0, BYTES.length));
    for (let i = 0; i < 3; i += 1) (await cos.next('getObject')).succeed(answer(0, BYTES.length));
    const stream = await cos.next('getObject');
    expect(stream.input.range).toBeUndefined();
    stream.succeed(answer(0, BYTES.length));
    await time.pass(1000);
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
    expect(crc64Of(sink.bytes)).toBe(CRC);
    expect(cos.calls).toHaveLength(5);
  });

  test('a server that ignores ranges is noticed while the first block is still being written', async () => {
    const { cos, id, sink, state, time } = startDownload();
    const write = sink.write.bind(sink);
    const slow: (() => void)[] = [];
    sink.write = async (bytes, atByte) => {
      if (atByte === 0) await new Promise<void>((resolve) => slow.push(resolve));
      await write(bytes, atByte);
    };
    const { crc64: _crc64, etag: _etag, ...mute } = answer(0, BYTES.length);
    (await cos.next('getObject')).succeed(mute);
    for (let i = 0; i < 3; i += 1) (await cos.next('getObject')).succeed({ ...mute, body: answer(0, 1).body });
    await time.settle();
    for (const done of slow) done();
    const stream = await cos.next('getObject');
    expect(stream.input.range).toBeUndefined();
    stream.succeed({ ...mute, body: answer(0, BYTES.length).body });
    await time.pass(1000);
    expect(state(id)).toMatchObject({ status: 'completed', verified: false });
    expect(crc64Of(sink.bytes)).toBe(CRC);
  });

  test.each([
    ['ETag', { etag: 'v2' }],
    ['size', { sizeBytes: BYTES.length + 1 }],
  ])(
    'another %s half-way is "changed on the server", and a question; starting over starts over',
    async (_what, extra) => {
      const { cos, engine, id, sink, state, time } = startDownload();
      await answerRange(cos);
      await answerRange(cos, extra);
      await time.settle();
      expect(state(id)).toMatchObject({ status: 'paused', by: 'question', failure: { code: 'ObjectChanged' } });
      expect(sink.end).toBe('open');
      engine.startOver(id);
      expect(mib(await cos.next('getObject'))).toEqual([0, 1]);
    },
  );

  test('bytes that do not add up to the checksum are never committed', async () => {
    const { cos, id, sink, state, time } = startDownload();
    for (let i = 0; i < 4; i += 1) await answerRange(cos, { crc64: '5' });
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'ChecksumMismatch' } });
    expect([sink.end, sink.bytes.length]).toEqual(['open', 0]);
  });

  test('a hidden checksum is done, but not called verified', async () => {
    const { cos, id, state, time } = startDownload();
    for (let i = 0; i < 4; i += 1) {
      const call = await cos.next('getObject');
      const { crc64: _, ...hidden } = answer(rangeOf(call).start, rangeOf(call).end);
      call.succeed(hidden);
    }
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'completed', verified: false });
  });

  test('pause keeps what was written; cancel removes it', async () => {
    const { cos, engine, id, sink, state, time } = startDownload();
    await answerRange(cos);
    await answerRange(cos);
    await time.settle();
    engine.pause(id);
    engine.resume(id);
    const calls = [await cos.next('getObject'), await cos.next('getObject')];
    expect(calls.map(mib)).toEqual([
      [3, 5],
      [5, 6],
    ]);
    engine.cancel(id);
    await time.settle();
    expect([state(id).status, sink.end]).toEqual(['cancelled', 'discarded']);
  });

  test('a full disk fails with its own reason', async () => {
    const { cos, id, sink, state, time } = startDownload();
    sink.write = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    await answerRange(cos);
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { kind: 'local' } });
  });

  test('a sink that counts itself is believed; what it took and lost is fetched again', async () => {
    const { cos, engine, id, sink, state, time } = startDownload();
    const write = sink.write.bind(sink);
    let fails = true;
    Object.assign(sink, {
      countsChecksums: true,
      write: async (bytes: Uint8Array<ArrayBuffer>, atByte: number) => {
        const taken = structuredClone(bytes, { transfer: [bytes.buffer] });
        if (fails && atByte > 0) throw new DOMException('no room', 'QuotaExceededError');
        await write(taken, atByte);
        return { crc64: crc64Of(taken), bytes: taken };
      },
    });
    await answerRange(cos);
    await answerRange(cos);
    await time.settle();
    expect(state(id)).toMatchObject({ status: 'failed', failure: { kind: 'local' } });
    fails = false;
    const before = cos.calls.length;
    engine.retry(id);
    for (let left = 3; left > 0;) {
      const call = await cos.next('getObject');
      if (cos.calls.indexOf(call) < before) continue;
      call.succeed(answer(rangeOf(call).start, rangeOf(call).end));
      left -= 1;
    }
    await time.pass(1000);
    expect(state(id)).toMatchObject({ status: 'completed', verified: true });
    expect(crc64Of(sink.bytes)).toBe(CRC);
  });

  test('a file that is on disk already is skipped without a request', async () => {
    const { engine, cos, state, time } = startEngine();
    const sink = Object.assign(new MemorySink(), { isThere: async (sizeBytes: number) => sizeBytes === 7 });
    const request = { connectionId: 'media', key: 'a', name: 'a', sink };
    const [there = '', other = ''] = engine.addDownloads([
      { ...request, sizeBytes: 7 },
      { ...request, sizeBytes: 8 },
    ]);
    await time.settle();
    expect(state(there)).toEqual({ status: 'skipped', alreadyThere: true });
    expect([state(other).status, cos.calls.length]).toEqual(['running', 1]);
  });

  test('the dock shows the name a file got on disk', async () => {
    const { engine, time, transfer } = startEngine();
    const sink = Object.assign(new MemorySink(), { isThere: async () => false, savedAs: () => 'a (1)' });
    const id = engine.addDownload({ connectionId: 'media', key: 'f/a', name: 'a', sizeBytes: 1, sink });
    await time.settle();
    expect(transfer(id)).toMatchObject({ key: 'f/a', name: 'a (1)' });
  });

  test('a key whose URL would name another object is refused before any request', () => {
    const { engine, cos, state } = startEngine();
    const download = { connectionId: 'media', key: '..', name: '..', sizeBytes: 1, sink: new MemorySink() };
    const id = engine.addDownload(download);
    expect(state(id)).toMatchObject({ status: 'failed', failure: { code: 'UnsafeKey' }, resumable: false });
    expect(cos.calls).toHaveLength(0);
  });
});
