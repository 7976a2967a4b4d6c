import { expect, test } from 'vitest';
import { createTransferSpeed } from './createTransferSpeed.ts';
import { createTransferStore } from './createTransferStore.ts';
import type { TransferEvent } from './TransferEngine.ts';
import type { Transfer, TransferState } from './TransferState.ts';
import { VirtualTime } from './testing/VirtualTime.ts';

const MB = 1_000_000;

function setup() {
  const time = new VirtualTime();
  const listeners: ((events: readonly TransferEvent[]) => void)[] = [];
  const store = createTransferStore({
    subscribe: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
  });
  const speed = createTransferSpeed({ store, timers: time });
  const change = (n: number, state: TransferState): void => {
    const what = { direction: 'upload', connectionId: 'c', key: 'k', name: 'n', sizeBytes: 100 * MB } as const;
    const transfer: Transfer = { id: `t${n}`, ...what, addedAt: new Date(0), state };
    const isNew = !store.getState().byId.has(transfer.id);
    for (const tell of listeners)
      tell([isNew ? { type: 'added', transfers: [transfer] } : { type: 'changed', transfer }]);
  };
  /** As the meter tells it: the first figure after a start has no rate yet. */
  const moved = (n: number, transferredBytes: number, bytesPerSecond?: number): void => {
    const rate = bytesPerSecond === undefined ? {} : { bytesPerSecond };
    change(n, {
      status: 'running',
      phase: 'transferring',
      progress: { transferredBytes, totalBytes: 100 * MB, ...rate },
    });
  };
  const done = (n: number): void =>
    change(n, { status: 'completed', etag: '', verified: true, completedAt: new Date(0) });
  return { time, speed, moved, done, change };
}

test('the speed is what all files moved, small ones that have no speed of their own included', async () => {
  const { time, speed, moved, done } = setup();
  moved(0, 0);
  for (let second = 1; second <= 5; second += 1) {
    await time.pass(500);
    moved(0, second * MB, MB);
    moved(second, 0);
    done(second);
    await time.pass(500);
  }
  expect(speed.getState().bytesPerSecond).toBe(101 * MB);
});

test('a line that stalls without a word shows no old speed', async () => {
  const { time, speed, moved } = setup();
  moved(0, 0);
  await time.pass(500);
  moved(0, 4 * MB, MB);
  await time.pass(1000);
  expect(speed.getState().bytesPerSecond).toBeGreaterThan(MB);
  await time.pass(6000);
  expect(speed.getState()).toEqual({ bytesPerSecond: 0 });
});

test('what a resumed upload had already does not count as speed', async () => {
  const { time, speed, moved } = setup();
  moved(0, 0);
  await time.pass(500);
  moved(0, 60 * MB); // The server was asked what it has; the meter began anew.
  await time.pass(500);
  moved(0, 62 * MB, 2 * MB);
  await time.pass(1000);
  expect(speed.getState().bytesPerSecond).toBe(MB);
});

test('when nothing is under way there is no speed, and no clock ticks', async () => {
  const { time, speed, moved, done } = setup();
  moved(0, 0);
  await time.pass(1000);
  moved(0, 50 * MB, MB);
  await time.pass(1000);
  done(0);
  expect(speed.getState()).toEqual({ bytesPerSecond: 0 });
  const before = speed.getState();
  await time.pass(60_000);
  expect(speed.getState()).toBe(before);
});

test('files that all fail move nothing, and the time left is that until all have failed', async () => {
  const { time, speed, moved, change } = setup();
  const failure = { kind: 'service', code: 'AccessDenied', message: '' } as const;
  for (let n = 0; n < 100; n += 1) change(n, { status: 'queued' });
  for (let n = 0; n < 50; n += 1) {
    moved(n, 0);
    await time.pass(100);
    change(n, { status: 'failed', failure, resumable: true });
    moved(n + 1, 0); // The next one is under way at once.
  }
  const { bytesPerSecond, secondsLeft } = speed.getState();
  expect(bytesPerSecond).toBe(0);
  expect(secondsLeft).toBeGreaterThan(4);
  expect(secondsLeft).toBeLessThan(7); // Fifty are left, at ten a second.
});

test('the time left is that of the bytes left', async () => {
  const { time, speed, moved } = setup();
  moved(0, 0);
  await time.pass(500);
  moved(0, 10 * MB, MB);
  await time.pass(500);
  expect(speed.getState()).toEqual({ bytesPerSecond: 10 * MB, secondsLeft: 9 });
});

test('after an outage the time left is told by what moves again, and not by the seconds in which nothing did', async () => {
  const { time, speed, moved } = setup();
  moved(0, 0);
  await time.pass(500);
  moved(0, 10 * MB, MB);
  await time.pass(60_000);
  expect(speed.getState()).toEqual({ bytesPerSecond: 0 });
  await time.pass(400);
  moved(0, 10 * MB + 100, 100); // The first bytes, just before the tick.
  await time.pass(600);
  expect(speed.getState().secondsLeft).toBeUndefined();
  for (let second = 1; second <= 3; second += 1) {
    moved(0, (10 + 9 * second) * MB, MB);
    await time.pass(1000);
    expect(speed.getState().secondsLeft ?? 0).toBeLessThan(20);
  }
  expect(speed.getState().secondsLeft).toBeCloseTo(63 / (27 / 4), 1); // 27 MB in four seconds, and 63 MB left.
});
