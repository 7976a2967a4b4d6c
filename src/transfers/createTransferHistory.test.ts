import { beforeEach, expect, test, vi } from 'vitest';
import { FailureError } from '#lib/FailureError.ts';
import type { JournalStore } from '#lib/JournalStore.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { toCsv } from '#lib/toCsv.ts';
import { createTransferHistory } from './createTransferHistory.ts';
import { historyTable } from './historyTable.ts';
import type { TransferEvent } from './TransferEngine.ts';
import type { Transfer, TransferState } from './TransferState.ts';
import { VirtualTime } from './testing/VirtualTime.ts';

let time: VirtualTime;
let tell: (events: readonly TransferEvent[]) => void;

beforeEach(() => {
  time = new VirtualTime();
});

function open(journal: JournalStore, pageId = 'p1') {
  return createTransferHistory({
    engine: {
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
    },
    journal,
    timers: time,
    locationOf: () => ({ bucket: 'media-1250000000', region: 'ap-guangzhou' }),
    pageId,
  });
}

async function refused(): Promise<never> {
  throw new FailureError({ kind: 'local', code: 'StorageUnavailable', message: 'QuotaExceededError' });
}

const progress = { transferredBytes: 0, totalBytes: 5 };

function become(n: number, state: TransferState, more: Partial<Transfer> = {}): void {
  const what = { direction: 'upload', connectionId: 'c', key: `in/f${n}`, name: `f${n}`, sizeBytes: 5 } as const;
  const transfer: Transfer = { id: `t${n}`, ...what, addedAt: new Date(time.now()), state, ...more };
  tell([{ type: 'changed', transfer }]);
}

function finish(n: number, more: Partial<Transfer> = {}): void {
  const completedAt = new Date(time.now());
  const facts = { etag: `e${n}`, verified: true, crc64: '123', requestId: `r${n}` };
  become(n, { status: 'completed', ...facts, completedAt }, more);
}

test('what ended well is there on the next visit, with its checksum, request id and duration', async () => {
  const journal = createMemoryJournal();
  open(journal);
  become(1, { status: 'running', phase: 'transferring', progress });
  await time.pass(1500);
  become(1, { status: 'paused', by: 'person', progress });
  become(1, { status: 'running', phase: 'transferring', progress });
  await time.pass(1000);
  finish(1);
  become(2, { status: 'failed', failure: { kind: 'service', code: 'SlowDown', message: '' }, resumable: true });
  await time.pass(1000);

  const next = open(journal, 'p2');
  await next.load();
  expect(next.store.getState().records).toEqual([
    {
      version: 1,
      direction: 'upload',
      bucket: 'media-1250000000',
      region: 'ap-guangzhou',
      key: 'in/f1',
      name: 'f1',
      sizeBytes: 5,
      etag: 'e1',
      verified: true,
      crc64: '123',
      requestId: 'r1',
      durationMs: 2500,
      endedAt: time.now() - 1000,
    },
  ]);
});

test('thousands of ends are a few writes', async () => {
  const journal = createMemoryJournal();
  const putAll = vi.spyOn(journal, 'putAll');
  const put = vi.spyOn(journal, 'put');
  open(journal);
  for (let n = 0; n < 3000; n += 1) finish(n);
  await time.settle();
  expect(putAll.mock.calls.map(([entries]) => entries.length)).toEqual([1]);
  await time.pass(1000);
  for (let n = 3000; n < 3010; n += 1) finish(n);
  await time.pass(1000);
  expect(putAll.mock.calls.map(([entries]) => entries.length)).toEqual([1, 2999, 10]);
  expect(put).not.toHaveBeenCalled();
});

test('the oldest make room, and the newest are shown first, also while they come in', async () => {
  const journal = createMemoryJournal();
  const history = open(journal);
  finish(0);
  await time.pass(1000);
  await history.load();
  for (let n = 1; n <= 10_000; n += 1) finish(n);
  await time.pass(1000);
  expect(journal.size()).toBe(10_000);
  const shown = history.store.getState().records ?? [];
  expect([shown.length, shown[0]?.name, shown.at(-1)?.name]).toEqual([10_000, 'f10000', 'f1']);
  await history.load();
  expect(history.store.getState().records?.at(-1)?.name).toBe('f1');
});

test('two tabs do not overwrite each other', async () => {
  const journal = createMemoryJournal();
  open(journal, 'p1');
  finish(1);
  await time.pass(1000);
  open(journal, 'p2');
  finish(2);
  await time.pass(1000);
  expect(journal.size()).toBe(2);
});

test('cleared is cleared, and what ends later is noted again', async () => {
  const journal = createMemoryJournal();
  const history = open(journal);
  finish(1);
  await history.clear();
  expect(journal.size()).toBe(0);
  expect(history.store.getState().records).toEqual([]);
  finish(2);
  await time.pass(1000);
  expect(history.store.getState().records).toMatchObject([{ name: 'f2' }]);
});

test('a browser that gives no room is said where the history is looked at', async () => {
  const history = open({ ...createMemoryJournal(), putAll: refused, entries: refused });
  finish(1);
  await time.pass(1000);
  await history.load();
  expect(history.store.getState()).toMatchObject({ records: undefined, failure: { code: 'StorageUnavailable' } });
});

test('records of a shape nobody knows are passed over', async () => {
  const journal = createMemoryJournal();
  await journal.put(['moved', 1, 'p', 1], { version: 7 });
  await journal.put(['moved', 1, 'p', 2], 'nonsense');
  const history = open(journal);
  await history.load();
  expect(history.store.getState().records).toEqual([]);
});

test('the export has one line each, and no name in it can be run', async () => {
  const history = open(createMemoryJournal());
  finish(1, { key: '=cmd|"x"', direction: 'download' });
  await time.pass(1000);
  await history.load();
  const csv = toCsv(historyTable(history.store.getState().records ?? []));
  expect(csv.split('\r\n')).toEqual([
    '\uFEFF"time","direction","bucket","region","key","bytes","etag","crc64ecma","verified","request id","duration seconds"',
    '"2026-01-01T00:00:00.000Z","download","media-1250000000","ap-guangzhou","\'=cmd|""x""","5","e1","123","yes","r1","0.0"',
    '',
  ]);
});
