import { beforeAll, describe, expect, test } from 'vitest';
import type { Failure } from '#lib/Failure.ts';
import { loadText } from '#text/loadText.ts';
import { loadLateText } from '#text/loadLateText.ts';
import type { LateText } from '#text/LateText.ts';
import type { Transfer, TransferState } from '#transfers/TransferState.ts';
import { transferStatus } from './transferStatus.ts';

let text: LateText;
beforeAll(async () => {
  const first = await loadText('en');
  text = { ...first, t: { ...first.t, ...(await loadLateText('en')) } };
});

const progress = { transferredBytes: 3_000_000, totalBytes: 7_300_000, bytesPerSecond: 430_000 };
const failure: Failure = { kind: 'service', code: 'SlowDown', message: '' };

function statusOf(state: TransferState, direction: Transfer['direction'] = 'upload') {
  return transferStatus(
    {
      id: '1',
      direction,
      connectionId: 'main',
      key: 'a',
      name: 'a',
      sizeBytes: 7_300_000,
      addedAt: new Date(0),
      state,
    },
    text,
  );
}

describe('a status starts with the word of the contract', () => {
  test.each<[string, TransferState, Transfer['direction']?]>([
    ['Waiting', { status: 'queued' }],
    ['Uploading', { status: 'running', phase: 'transferring', progress }],
    ['Downloading', { status: 'running', phase: 'transferring', progress }, 'download'],
    ['Verifying', { status: 'running', phase: 'verifying', progress }],
    ['Verifying', { status: 'running', phase: 'completing', progress }],
    ['Offline', { status: 'waiting', reason: 'offline', progress }],
    ['Signing in', { status: 'waiting', reason: 'credentials', progress }],
    ['Stalled', { status: 'waiting', reason: 'stalled', progress }],
    ['Waiting', { status: 'waiting', reason: 'other-tab', progress }],
    ['Waiting', { status: 'waiting', reason: 'host-down', progress }],
    ['Retrying (2 of 8)', { status: 'waiting', reason: 'retry', attempt: 2, progress }],
    ['Retrying', { status: 'waiting', reason: 'retry', progress }],
    ['Paused', { status: 'paused', by: 'person', progress }],
    ['Paused', { status: 'paused', by: 'question', progress }],
    [
      'Changed',
      { status: 'paused', by: 'question', progress, failure: { kind: 'local', code: 'FileDiffers', message: '' } },
    ],
    ['Failed: COS asks us to slow down', { status: 'failed', failure, resumable: true }],
    ['Done', { status: 'completed', etag: 'x', verified: true, completedAt: new Date(0) }],
    ['Done, not verified', { status: 'completed', etag: 'x', verified: false, completedAt: new Date(0) }],
    ['Cancelled', { status: 'cancelled' }],
    ['Skipped', { status: 'skipped' }],
  ])('%s', (word, state, direction) => {
    expect(statusOf(state, direction).label.startsWith(word)).toBe(true);
  });
});

test('an upload cancelled too late says what is known of it, and one that nobody could look for says so', () => {
  expect(statusOf({ status: 'cancelled', arrival: 'checking' }).facts.join()).toContain('the bucket is asked');
  expect(statusOf({ status: 'cancelled', arrival: 'unknown' }).facts.join()).toContain('may be in the bucket');
  const done = { status: 'completed', etag: 'x', verified: true, completedAt: new Date(0) } as const;
  expect(statusOf({ ...done, isNameUnchecked: true }).facts.join()).toContain('a new version');
});

test('the bar is heard in words', () => {
  expect(statusOf({ status: 'running', phase: 'transferring', progress }).valueText).toBe(
    '41 percent, Uploading, 3 MB of 7.3 MB, 430 kB/s, about 10 seconds left',
  );
});

test('it is never full before the object is there', () => {
  const all = { transferredBytes: 7_300_000, totalBytes: 7_300_000 };
  expect(statusOf({ status: 'running', phase: 'completing', progress: all }).fraction).toBe(0.99);
  expect(statusOf({ status: 'completed', etag: '', verified: true, completedAt: new Date(0) }).fraction).toBe(1);
});

test('an empty file on its way is no division by nothing', () => {
  const none = { transferredBytes: 0, totalBytes: 0 };
  expect(statusOf({ status: 'running', phase: 'transferring', progress: none }).fraction).toBe(0);
});
