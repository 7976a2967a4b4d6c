import { describe, expect, test } from 'vitest';
import type { GetObjectOutput } from '#cos/CosCalls.ts';
import type { FakeCall } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { readZip } from '#files/testing/readZip.ts';
import type { ArchiveMember } from './ArchivePiece.ts';
import { MIB } from './planParts.ts';
import { crc64Of, MemorySink, patterned, startEngine } from './testing/startEngine.ts';
import type { EngineUnderTest } from './testing/startEngine.ts';

/** Three pieces, one piece, none. */
const BODIES: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  'f/large': patterned(5 * MIB),
  'f/small': patterned(1000),
  'f/zero': new Uint8Array(),
};

const memberOf = (key: string): ArchiveMember => ({
  key,
  path: key,
  sizeBytes: BODIES[key]?.length ?? 0,
  lastModified: new Date(2026, 1, 2),
});

type Members = () => AsyncIterable<readonly ArchiveMember[]>;

async function* twoPages(): AsyncGenerator<readonly ArchiveMember[]> {
  yield [memberOf('f/large')];
  yield [memberOf('f/small'), memberOf('f/zero'), memberOf('f/empty/')];
}

function startArchive(members: Members = twoPages): EngineUnderTest & { id: string; sink: MemorySink } {
  const test = startEngine();
  const sink = new MemorySink();
  const id = test.engine.addArchive({ connectionId: 'media', prefix: '', name: 'f.zip', sink, members });
  return { ...test, id, sink };
}

function answerOf(call: FakeCall<'getObject'>, changes: Partial<GetObjectOutput> = {}): GetObjectOutput {
  const bytes = BODIES[call.input.key] ?? new Uint8Array();
  const { start = 0, end = bytes.length } = call.input.range ?? {};
  const body = new Blob([bytes.slice(start, end)]).stream();
  return { sizeBytes: bytes.length, etag: call.input.key, crc64: crc64Of(bytes), startByte: start, body, ...changes };
}

/** Names and checksums of what is in an archive. */
function unzipped(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries([...readZip(bytes)].map(([name, content]) => [name, crc64Of(content)]));
}

const WHOLE = {
  'f/large': crc64Of(patterned(5 * MIB)),
  'f/small': crc64Of(patterned(1000)),
  'f/zero': '0',
  'f/empty/': '0',
};

/** Hashing takes real time, which the clock of the engine knows nothing of. */
const soon = { timeout: 20_000 };

describe('archive', { timeout: 60_000 }, () => {
  test('objects are fetched in parallel, and end up in order in one verified archive', async () => {
    const { cos, id, sink, state, transfer, time } = startArchive();
    const calls = [];
    for (let n = 0; n < 4; n += 1) calls.push(await cos.next('getObject'));
    expect(calls.map(({ input }) => `${input.key} ${(input.range?.start ?? 0) / MIB}`)).toEqual([
      'f/large 0',
      'f/large 2',
      'f/large 4',
      'f/small 0',
    ]);
    expect(transfer(id).sizeBytes).toBe(5 * MIB + 1000);
    for (const call of calls.toReversed()) {
      expect(sink.end).toBe('open');
      call.succeed(answerOf(call));
      await time.settle();
    }
    await expect.poll(() => state(id), soon).toMatchObject({ status: 'completed', verified: true });
    expect(sink.end).toBe('committed');
    expect(unzipped(sink.bytes)).toEqual(WHOLE);
  });

  test('a pause keeps what has come; a refusal can be retried from there', async () => {
    const { cos, engine, id, sink, state, time } = startArchive();
    const first = await cos.next('getObject');
    first.succeed(answerOf(first));
    for (let n = 0; n < 3; n += 1) await cos.next('getObject');
    await time.settle();
    engine.pause(id);
    engine.resume(id);
    const second = await cos.next('getObject');
    expect(second.input.range?.start).toBe(2 * MIB);
    second.fail(serviceFailure('AccessDenied'));
    await expect.poll(() => state(id), soon).toMatchObject({ status: 'failed', resumable: true });
    expect(sink.end).toBe('open');
    const before = cos.calls.length;
    engine.retry(id);
    for (let n = 0; n < 3; n += 1) {
      let call = await cos.next('getObject');
      while (cos.calls.indexOf(call) < before) call = await cos.next('getObject');
      call.succeed(answerOf(call));
    }
    await expect.poll(() => state(id), soon).toMatchObject({ status: 'completed', verified: true });
    expect(unzipped(sink.bytes)).toEqual(WHOLE);
  });

  test.each<[string, Partial<GetObjectOutput>, string, 'failed' | 'paused']>([
    ['another checksum', { crc64: '5' }, 'ChecksumMismatch', 'failed'],
    ['another size', { sizeBytes: 7 }, 'ObjectChanged', 'paused'],
  ])('%s is never an archive; the person can begin again', async (_what, changes, code, status) => {
    const { cos, engine, id, sink, state } = startArchive(async function* () {
      yield [memberOf('f/small')];
    });
    const call = await cos.next('getObject');
    call.succeed(answerOf(call, changes));
    await expect.poll(() => state(id), soon).toMatchObject({ status, failure: { code } });
    expect([sink.end, sink.bytes.length]).toEqual(['open', 0]);
    if (status === 'failed') engine.retry(id);
    else engine.startOver(id);
    const again = await cos.next('getObject');
    again.succeed(answerOf(again));
    await expect.poll(() => state(id).status, soon).toBe('completed');
    expect(unzipped(sink.bytes)).toEqual({ 'f/small': WHOLE['f/small'] });
  });

  test('an object that changes between two pieces is never an archive', async () => {
    const { cos, id, sink, state } = startArchive();
    const first = await cos.next('getObject');
    first.succeed(answerOf(first));
    const second = await cos.next('getObject');
    second.succeed(answerOf(second, { etag: 'v2' }));
    await expect.poll(() => state(id), soon).toMatchObject({ status: 'paused', failure: { code: 'ObjectChanged' } });
    expect(sink.end).toBe('open');
  });

  test('a listing that breaks off is a failure and never a short archive', async () => {
    const { id, sink, state } = startArchive(async function* () {
      yield [memberOf('f/zero')];
      throw new Error('the list broke');
    });
    await expect.poll(() => state(id).status, soon).toBe('failed');
    expect(sink.end).toBe('open');
  });

  test('a hidden checksum is an archive that is not called verified', async () => {
    const { cos, id, state } = startArchive(async function* () {
      yield [memberOf('f/small')];
    });
    const call = await cos.next('getObject');
    const { crc64: _, ...hidden } = answerOf(call);
    call.succeed(hidden);
    await expect.poll(() => state(id), soon).toMatchObject({ status: 'completed', verified: false });
  });

  test('at most 32 MiB are fetched ahead of what is written, and cancelling ends the listing', async () => {
    const huge = { ...memberOf('f/huge'), sizeBytes: 500 * MIB };
    let wasListedToTheEnd = false;
    const { cos, engine, id, sink, time } = startArchive(async function* () {
      for (let n = 0; n < 50; n += 1) yield [huge];
      wasListedToTheEnd = true;
    });
    const ends: number[] = [];
    const head = await cos.next('getObject');
    while (cos.calls.length < 16) {
      const call = await cos.next('getObject');
      ends.push(call.input.range?.end ?? 0);
      const body = new Blob([new Uint8Array(2 * MIB)]).stream();
      call.succeed({ sizeBytes: huge.sizeBytes, startByte: call.input.range?.start ?? 0, body });
    }
    await time.settle();
    expect(cos.calls.length).toBe(16);
    expect(head.input.range?.start).toBe(0);
    expect(Math.max(...ends)).toBe(32 * MIB);
    engine.cancel(id);
    await expect.poll(() => sink.end, soon).toBe('discarded');
    expect(wasListedToTheEnd).toBe(false);
  });
});
