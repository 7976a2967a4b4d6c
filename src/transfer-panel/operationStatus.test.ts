import { expect, test } from 'vitest';
import { NO_COUNTS, type Operation, type OperationState } from '#operations/OperationState.ts';
import { loadText } from '#text/loadText.ts';
import { operationStatus } from './operationStatus.ts';

const text = await loadText('en');
const counts = { ...NO_COUNTS, done: 1200, found: 2000, isTotal: true };
const failure = {
  kind: 'service',
  code: 'AccessDenied',
  message: '',
  facts: { action: 'name/cos:PutObject' },
} as const;

function statusOf(state: OperationState, kind: Operation['kind'] = 'move') {
  const operation = { id: 'o', connectionId: 'c', name: 'x', addedAt: new Date(0), isUndo: false, problems: [] };
  return operationStatus({ ...operation, kind, state }, text);
}

test.each([
  ['copy', 'Copying'],
  ['move', 'Moving'],
  ['delete', 'Deleting'],
  ['trash', 'Moving to the trash'],
  ['restore', 'Restoring'],
  ['create', 'Creating'],
] as const)('a %s under way is %s', (kind, word) => {
  const { label, facts, fraction } = statusOf({ status: 'running', counts }, kind);
  expect([label, facts, fraction]).toEqual([word, ['1,200 of 2,000 objects'], 0.6]);
});

test('as long as the end is not known the bar stays empty and says so', () => {
  const { facts, fraction } = statusOf({ status: 'running', counts: { ...counts, isTotal: false } });
  expect([facts, fraction]).toEqual([['1,200 of 2,000 objects found so far'], 0]);
});

test('between buckets the bar shows bytes, because one object may take an hour', () => {
  const one = { ...NO_COUNTS, found: 1, isTotal: true, foundBytes: 4e9, pageBytes: 1e9 };
  const { facts, fraction } = statusOf({ status: 'running', counts: one });
  expect([facts, fraction]).toEqual([['0 of 1 objects', '1 GB through this page'], 0.25]);
});

test('the bar is full only at the end', () => {
  const all = { ...counts, done: 2000 };
  expect(statusOf({ status: 'running', counts: all }).fraction).toBe(0.99);
  expect(statusOf({ status: 'completed', counts: all, canUndo: true })).toMatchObject({ fraction: 1, tone: 'good' });
});

test.each<[string, OperationState]>([
  ['Paused', { status: 'paused', by: 'person', counts }],
  ['Paused, begun before', { status: 'paused', by: 'earlier', counts }],
  ['Offline', { status: 'waiting', reason: 'offline', counts }],
  ['Retrying (3 of 8)', { status: 'waiting', reason: 'retry', attempt: 3, counts }],
  ['Signing in', { status: 'waiting', reason: 'credentials', counts }],
  ['Waiting, the bucket', { status: 'waiting', reason: 'host-down', counts }],
  ['Waiting, another tab', { status: 'waiting', reason: 'other-tab', counts }],
  ['Waiting for your answer', { status: 'waiting', reason: 'question', counts }],
  ['Stalled', { status: 'waiting', reason: 'stalled', counts }],
  ['Done, not verified: 2 originals', { status: 'completed', counts: { ...counts, kept: 2 }, canUndo: false }],
  ['Failed: ', { status: 'failed', failure, counts: { ...counts, failed: 3 } }],
  ['Cancelled', { status: 'cancelled', counts }],
])('%s', (word, state) => {
  expect(statusOf(state).label.startsWith(word)).toBe(true);
});
