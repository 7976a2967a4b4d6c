import { expect, test } from 'vitest';
import type { OpenedShare } from '#links/openShare.ts';
import { shareReducer, type ShareEvent, type ShareState } from './shareReducer.ts';

const share = { objects: [] } as unknown as OpenedShare;
const failure = { kind: 'service', code: 'ExpiredToken', message: '' } as const;
const STATES: readonly ShareState[] = [
  { status: 'opening' },
  { status: 'open', share },
  { status: 'ended', share, end: 'key' },
  { status: 'closed', failure },
];
const EVENTS: readonly (readonly [ShareEvent, readonly string[]])[] = [
  [{ type: 'opened', share }, ['open', 'open', 'ended', 'closed']],
  [{ type: 'failed', failure, end: 'time' }, ['closed', 'open', 'ended', 'closed']],
  [{ type: 'refused', end: 'key' }, ['opening', 'ended', 'ended', 'closed']],
  [{ type: 'refused', end: 'changed' }, ['opening', 'open', 'ended', 'closed']],
  [{ type: 'timeUp' }, ['opening', 'ended', 'ended', 'closed']],
  [{ type: 'again' }, ['opening', 'open', 'ended', 'opening']],
];

test.each(EVENTS)('%j in every state', (event, statuses) => {
  expect(STATES.map((state) => shareReducer(state, event).status)).toEqual(statuses);
});

test('the first reason stays', () => {
  const ended = shareReducer({ status: 'ended', share, end: 'key' }, { type: 'timeUp' });
  expect(ended).toEqual({ status: 'ended', share, end: 'key' });
});
