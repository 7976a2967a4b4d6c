import { expect, test } from 'vitest';
import type { TransferEvent } from '#transfers/TransferEngine.ts';
import type { Transfer, TransferState } from '#transfers/TransferState.ts';
import { createTransferReporter } from './createTransferReporter.ts';

function setup() {
  const said: unknown[] = [];
  const listeners: ((events: readonly TransferEvent[]) => void)[] = [];
  createTransferReporter({
    engine: {
      subscribe: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
    },
    onQuarter: (fraction) => said.push(fraction),
    onBatchEnd: (endings) => said.push(endings),
    onFailed: (name, failure) => said.push(`${name}: ${failure.code}`),
  });
  const emit = (events: readonly TransferEvent[]): void => listeners.forEach((listener) => listener(events));
  const change = (id: string, state: TransferState) =>
    emit([{ type: 'changed', transfer: { ...transfer(id), state } }]);
  const moved = (id: string, transferredBytes: number) =>
    change(id, { status: 'running', phase: 'transferring', progress: { transferredBytes, totalBytes: 100 } });
  const done = (id: string) => change(id, { status: 'completed', etag: '', verified: true, completedAt: new Date(0) });
  return { said, emit, change, moved, done };
}

const transfer = (id: string): Transfer => ({
  id,
  direction: 'upload',
  connectionId: 'main',
  key: id,
  name: id,
  sizeBytes: 100,
  addedAt: new Date(0),
  state: { status: 'queued' },
});

test('quarters are said once each, the end once', () => {
  const { said, emit, moved, done } = setup();
  emit([{ type: 'added', transfers: [transfer('a'), transfer('b')] }]);
  for (let bytes = 0; bytes <= 100; bytes += 5) moved('a', bytes);
  done('a');
  expect(said).toEqual([0.25, 0.5]);
  done('b');
  expect(said.slice(2)).toEqual([{ completed: 2, failed: 0, cancelled: 0, skipped: 0 }]);
});

test('an upload that was cancelled too late is counted by what became of it', () => {
  const { said, emit, change, done } = setup();
  emit([{ type: 'added', transfers: [transfer('a'), transfer('b')] }]);
  change('a', { status: 'cancelled', arrival: 'checking' });
  change('b', { status: 'cancelled' });
  expect(said).toEqual([]);
  done('a');
  expect(said.at(-1)).toEqual({ completed: 1, failed: 0, cancelled: 1, skipped: 0 });
});

test('a failure is said with its name, and a retry begins a new batch', () => {
  const { said, emit, change, done } = setup();
  const failure = { kind: 'service', code: 'SlowDown', message: '' } as const;
  emit([{ type: 'added', transfers: [transfer('a')] }]);
  change('a', { status: 'failed', failure, resumable: true });
  expect(said).toEqual(['a: SlowDown', { completed: 0, failed: 1, cancelled: 0, skipped: 0 }]);
  change('a', { status: 'queued' });
  done('a');
  expect(said.at(-1)).toEqual({ completed: 1, failed: 0, cancelled: 0, skipped: 0 });
});

test('a file that has failed when it comes is said and counted', () => {
  const { said, emit, done } = setup();
  const failure = { kind: 'local', code: 'KeyTooLong', message: '' } as const;
  const refused = { ...transfer('long'), state: { status: 'failed', failure, resumable: false } as const };
  emit([{ type: 'added', transfers: [transfer('a'), refused] }]);
  done('a');
  expect(said).toEqual(['long: KeyTooLong', { completed: 1, failed: 1, cancelled: 0, skipped: 0 }]);
  said.length = 0;
  emit([{ type: 'added', transfers: [{ ...refused, id: 'longer' }] }]);
  expect(said).toEqual(['long: KeyTooLong', { completed: 0, failed: 1, cancelled: 0, skipped: 0 }]);
});

test('clearing what is finished says nothing', () => {
  const { said, emit, done } = setup();
  emit([{ type: 'added', transfers: [transfer('a')] }]);
  done('a');
  said.length = 0;
  emit([{ type: 'removed', ids: ['a'] }]);
  expect(said).toEqual([]);
});
