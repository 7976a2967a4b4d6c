import { expect, test } from 'vitest';
import type { GetObjectOutput } from '#cos/CosCalls.ts';
import type { FakeCall } from '#cos/testing/FakeCosClient.ts';
import { FailureError } from '#lib/FailureError.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { createDownloadJournal } from './createDownloadJournal.ts';
import { createUnfinishedDownloads } from './createUnfinishedDownloads.ts';
import { MIB } from './planParts.ts';
import { crc64Of, MemorySink, patterned, startEngine } from './testing/startEngine.ts';

const BYTES = patterned(6 * MIB);
const DAY_MS = 24 * 3600 * 1000;

/** The staged file outlives the page: a sink is a view of it. */
class StagedSink extends MemorySink {
  readonly stagedAs = 'staged-1';

  async checksumOf(atByte: number, sizeBytes: number): Promise<string> {
    return crc64Of(this.bytes.slice(atByte, atByte + sizeBytes));
  }
}

function visits() {
  const store = createMemoryJournal();
  const sink = new StagedSink();
  const held = new Set<string>();
  const kept: ReadonlySet<string>[] = [];
  const removed: string[] = [];
  let nowMs = 0;
  const open = async (blockBytes = 2 * MIB) => {
    const journal = createDownloadJournal({ store, now: () => nowMs });
    const page = startEngine({ downloads: journal, policy: { blockBytes } });
    const unfinished = createUnfinishedDownloads({
      engine: page.engine,
      journal,
      locks: { heldNames: async () => held },
      cosFor: (id) => {
        if (id === 'media') return page.cos;
        throw new FailureError({ kind: 'local', code: 'ConnectionUnknown', message: id });
      },
      blockBytes,
      reopen: () => sink,
      removeStaged: async (name) => void removed.push(name),
      removeStale: async (names) => void kept.push(names),
    });
    await unfinished.refresh();
    return { ...page, unfinished, listed: () => unfinished.store.getState() };
  };
  const wait = (ms: number): void => {
    nowMs += ms;
  };
  return { store, sink, held, kept, removed, open, wait };
}

function rangeOf(call: FakeCall<'getObject'>): [number, number] {
  const { start = 0, end = BYTES.length } = call.input.range ?? {};
  return [start, Math.min(end, BYTES.length)];
}

function answer(call: FakeCall<'getObject'>, extra: Partial<GetObjectOutput> = {}): void {
  const [start, end] = rangeOf(call);
  const body = new Blob([BYTES.slice(start, end)]).stream();
  call.succeed({ sizeBytes: BYTES.length, etag: 'v1', crc64: crc64Of(BYTES), startByte: start, body, ...extra });
}

/** The first MiB and the range from 3 to 5 arrive; the page dies with the others under way. */
async function downloadHalf(world: ReturnType<typeof visits>): Promise<void> {
  const { engine, cos, sink, time } = { ...(await world.open()), sink: world.sink };
  engine.addDownload({ connectionId: 'media', key: 'a/o.bin', name: 'o.bin', sizeBytes: BYTES.length, sink });
  answer(await cos.next('getObject'));
  await cos.next('getObject');
  answer(await cos.next('getObject'));
  await cos.next('getObject');
  await time.settle();
  engine.dispose();
}

test('goes on after the page is gone: what is there is read again, the rest is fetched', async () => {
  const world = visits();
  await downloadHalf(world);
  const { cos, engine, listed, unfinished, time } = await world.open();
  expect(listed()).toMatchObject([{ name: 'o.bin', sizeBytes: 6 * MIB, keptBytes: 3 * MIB }]);
  expect(world.kept.at(-1)).toEqual(new Set(['staged-1']));
  const ends: unknown[] = [];
  engine.subscribe((events) => {
    for (const event of events) if (event.type === 'changed') ends.push(event.transfer.state);
  });
  await unfinished.resume('staged-1');
  expect(listed()).toEqual([]);
  const calls = [await cos.next('getObject'), await cos.next('getObject')];
  expect(calls.map((call) => rangeOf(call).map((byte) => byte / MIB))).toEqual([
    [1, 3],
    [5, 6],
  ]);
  for (const call of calls) answer(call);
  await time.pass(1000);
  expect(ends.at(-1)).toMatchObject({ status: 'completed', verified: true, etag: 'v1' });
  expect(crc64Of(world.sink.bytes)).toBe(crc64Of(BYTES));
  expect(world.store.size()).toBe(0);
});

test('bytes that are not as noted are fetched again', async () => {
  const world = visits();
  await downloadHalf(world);
  world.sink.bytes[4 * MIB] = 255 - (world.sink.bytes[4 * MIB] ?? 0);
  const { cos, unfinished, time } = await world.open();
  await unfinished.resume('staged-1');
  const calls = [await cos.next('getObject'), await cos.next('getObject')];
  for (const call of calls) answer(call);
  const again = await cos.next('getObject');
  expect(rangeOf(again).map((byte) => byte / MIB)).toEqual([3, 5]);
  answer(again);
  await time.pass(1000);
  expect(world.sink.end).toBe('committed');
  expect(crc64Of(world.sink.bytes)).toBe(crc64Of(BYTES));
});

test('an object that has changed since asks, and starting over fetches all of it', async () => {
  const world = visits();
  await downloadHalf(world);
  const { cos, engine, unfinished, time } = await world.open();
  const states = new Map<string, unknown>();
  engine.subscribe((events) => {
    for (const event of events) if (event.type === 'changed') states.set(event.transfer.id, event.transfer.state);
  });
  await unfinished.resume('staged-1');
  answer(await cos.next('getObject'), { etag: 'v2' });
  await time.pass(1000);
  const [id = ''] = states.keys();
  expect(states.get(id)).toMatchObject({ status: 'paused', by: 'question', failure: { code: 'ObjectChanged' } });
  cos.calls.length = 0;
  engine.startOver(id);
  const first = await cos.next('getObject');
  expect(rangeOf(first)).toEqual([0, MIB]);
});

test('is not offered while another page has it, after a week, or where the connection leads elsewhere', async () => {
  const world = visits();
  await downloadHalf(world);
  world.held.add('beeline-staged-staged-1');
  expect((await world.open()).listed()).toEqual([]);
  // Another page's file is not removed either.
  expect(world.kept.at(-1)).toEqual(new Set(['staged-1']));
  world.held.clear();
  world.wait(7 * DAY_MS);
  expect((await world.open()).listed()).toEqual([]);
  expect(world.kept.at(-1)).toEqual(new Set());
  expect(world.store.size()).toBe(0);
});

test('discarding forgets it and removes its bytes; cancelling does the same', async () => {
  const world = visits();
  await downloadHalf(world);
  const { unfinished, listed } = await world.open();
  await unfinished.discard('staged-1');
  expect([listed(), world.removed, world.store.size()]).toEqual([[], ['staged-1'], 0]);

  await downloadHalf(world);
  const page = await world.open();
  await page.unfinished.resume('staged-1');
  await page.cos.next('getObject');
  page.engine.cancelAll();
  await page.time.settle();
  expect([world.sink.end, world.store.size()]).toEqual(['discarded', 0]);
});

test('an object of one range is not noted', async () => {
  const world = visits();
  const { engine, cos, time } = await world.open();
  engine.addDownload({ connectionId: 'media', key: 's.txt', name: 's.txt', sizeBytes: 9, sink: world.sink });
  const call = await cos.next('getObject');
  call.succeed({ sizeBytes: 9, etag: 'v', startByte: 0, body: new Blob(['123456789']).stream() });
  await time.settle();
  expect(world.store.size()).toBe(0);
});

test('a file worker that crashes costs the blocks it had, not the download', async () => {
  let crashes = 1;
  class CrashingSink extends MemorySink {
    override async write(bytes: Uint8Array<ArrayBuffer>, atByte: number): Promise<void> {
      if (atByte === 3 * MIB && crashes > 0) {
        crashes -= 1;
        structuredClone(bytes, { transfer: [bytes.buffer] });
        throw new FailureError({ kind: 'local', code: 'FileWorkerStopped', message: 'out of memory' });
      }
      await super.write(bytes, atByte);
    }
  }
  const { engine, cos, time, state } = startEngine({ policy: { blockBytes: 2 * MIB } });
  const sink = new CrashingSink();
  const sizeBytes = BYTES.length;
  const id = engine.addDownload({ connectionId: 'media', key: 'a/o.bin', name: 'o.bin', sizeBytes, sink });
  answer(await cos.next('getObject'));
  for (let range = 0; range < 3; range += 1) answer(await cos.next('getObject'));
  const again = await cos.next('getObject');
  expect(rangeOf(again).map((byte) => byte / MIB)).toEqual([3, 5]);
  answer(again);
  await time.pass(1000);
  expect(state(id)).toMatchObject({ status: 'completed', verified: true });
  expect(crc64Of(sink.bytes)).toBe(crc64Of(BYTES));
});
