import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTransferStore } from './createTransferStore.ts';
import type { TransferEvent } from './TransferEngine.ts';
import type { Transfer, TransferState } from './TransferState.ts';

function transfer(n: number, state: TransferState = { status: 'queued' }, sizeBytes = 100): Transfer {
  const name = `f${n}`;
  const addedAt = new Date(0);
  return { id: `t${n}`, direction: 'upload', connectionId: 'c', key: name, name, sizeBytes, addedAt, state };
}

function storeAndTell(options?: Parameters<typeof createTransferStore>[1]) {
  const listeners: ((events: readonly TransferEvent[]) => void)[] = [];
  const store = createTransferStore(
    {
      subscribe: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
    },
    options,
  );
  return { store, tell: (...events: TransferEvent[]) => listeners.forEach((listener) => listener(events)) };
}

const progress = { transferredBytes: 40, totalBytes: 100, bytesPerSecond: 7 };
const STATES: TransferState[] = [
  { status: 'queued' },
  { status: 'running', phase: 'transferring', progress },
  { status: 'waiting', reason: 'offline', progress },
  { status: 'paused', by: 'person', progress },
  { status: 'completed', etag: 'e', verified: true, completedAt: new Date(0) },
  { status: 'cancelled' },
];

describe('createTransferStore', () => {
  test('keeps sums by difference', () => {
    const { store, tell } = storeAndTell();
    tell({ type: 'added', transfers: [transfer(1), transfer(2)] });
    tell({ type: 'changed', transfer: transfer(1, STATES[1]) });
    expect(store.getState().totals).toMatchObject({ totalBytes: 200, transferredBytes: 40, movedBytes: 40 });
    tell({ type: 'changed', transfer: transfer(1, STATES[4]) }, { type: 'changed', transfer: transfer(2, STATES[5]) });
    const { totals } = store.getState();
    expect(totals).toMatchObject({ totalBytes: 100, transferredBytes: 100, movedBytes: 100, droppedBytes: 100 });
    expect(totals.counts).toMatchObject({ queued: 0, running: 0, completed: 1, cancelled: 1 });
    tell({ type: 'removed', ids: ['t1', 't2'] });
    expect(store.getState().totals.totalBytes).toBe(0);
    expect(store.getState().ids).toEqual([]);
  });

  test('a row sees its own transfer change and no other; the list hears about additions', () => {
    const { store, tell } = storeAndTell();
    tell({ type: 'added', transfers: [transfer(1), transfer(2)] });
    const { idsRevision } = store.getState();
    const second = store.getState().byId.get('t2');
    tell({ type: 'changed', transfer: transfer(1, STATES[1]) });
    expect(store.getState().byId.get('t1')?.state.status).toBe('running');
    expect(store.getState().byId.get('t2')).toBe(second);
    expect(store.getState().idsRevision).toBe(idsRevision);
    tell({ type: 'added', transfers: [transfer(3)] });
    expect(store.getState().idsRevision).toBeGreaterThan(idsRevision);
    expect(store.getState().ids).toEqual(['t1', 't2', 't3']);
  });

  test('the sums are always what adding up from scratch would give', () => {
    const change = fc.tuple(fc.nat(4), fc.constantFrom(...STATES));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const { store, tell } = storeAndTell();
        tell({ type: 'added', transfers: [0, 1, 2, 3, 4].map((n) => transfer(n)) });
        for (const [n, state] of changes) tell({ type: 'changed', transfer: transfer(n, state) });
        const { byId, totals } = store.getState();
        const alone = storeAndTell();
        alone.tell({ type: 'added', transfers: [...byId.values()] });
        const { movedBytes: _, droppedBytes: __, ...sums } = totals;
        expect(alone.store.getState().totals).toMatchObject(sums);
      }),
    );
  });

  test('an event costs the same among 100,000 transfers as among ten', () => {
    const { store, tell } = storeAndTell();
    tell({ type: 'added', transfers: Array.from({ length: 100_000 }, (_, n) => transfer(n)) });
    const { ids, byId } = store.getState();
    for (let n = 0; n < 10_000; n += 1) tell({ type: 'changed', transfer: transfer(n, STATES[4]) });
    // Nothing was copied: the very same list and map, changed in place.
    expect(store.getState().ids).toBe(ids);
    expect(store.getState().byId).toBe(byId);
    expect(store.getState().totals.counts).toMatchObject({ queued: 90_000, completed: 10_000 });
  });
});

test('with a timer the first change is told at once, those that follow together, and single ones are up to date', () => {
  const timers: (() => void)[] = [];
  const { store, tell } = storeAndTell({ setTimeout: (callback) => timers.push(callback) });
  const told: number[] = [];
  store.subscribe(({ totals }) => told.push(totals.counts.queued));
  tell({ type: 'added', transfers: [transfer(1)] });
  tell({ type: 'added', transfers: [transfer(2)] });
  tell({ type: 'added', transfers: [transfer(3)] });
  expect(told).toEqual([1]);
  expect(store.getState().byId.size).toBe(3);
  timers.shift()?.();
  expect(told).toEqual([1, 3]);
  // A rest after the second telling too; then nothing has changed, and nothing is told.
  timers.shift()?.();
  expect([told, timers]).toEqual([[1, 3], []]);
  tell({ type: 'removed', ids: ['t1'] });
  expect(told).toEqual([1, 3, 2]);
});
