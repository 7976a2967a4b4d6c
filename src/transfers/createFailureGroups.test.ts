import { describe, expect, test } from 'vitest';
import type { Failure } from '#lib/Failure.ts';
import { createFailureGroups } from './createFailureGroups.ts';
import type { Transfer, TransferState } from './TransferState.ts';

function transfer(n: number, state: TransferState): Transfer {
  const what = { direction: 'upload', connectionId: 'c', key: `f${n}`, name: `f${n}`, sizeBytes: 1 } as const;
  return { id: `t${n}`, ...what, addedAt: new Date(0), state };
}

const queued: TransferState = { status: 'queued' };
const progress = { transferredBytes: 0, totalBytes: 1 };
const failed = (code: string, facts: Failure['facts'] = {}, resumable = true): TransferState => ({
  status: 'failed',
  failure: { kind: 'service', code, message: '', facts },
  resumable,
});
const signIn: Failure = { kind: 'credentials', code: 'SignInRequired', message: '' };
const waiting = (failure: Failure): TransferState => ({ status: 'waiting', reason: 'credentials', progress, failure });
const asked: TransferState = { status: 'paused', by: 'question', progress, failure: signIn };

describe('createFailureGroups', () => {
  test('transfers that stopped for one reason are one group, the largest first', () => {
    const groups = createFailureGroups();
    groups.moved(undefined, transfer(1, failed('AccessDenied', { action: 'name/cos:PutObject', key: 'a' })));
    groups.moved(transfer(2, queued), transfer(2, asked));
    groups.moved(transfer(3, queued), transfer(3, asked));
    groups.moved(undefined, transfer(4, failed('AccessDenied', { action: 'name/cos:GetObject' })));
    expect(groups.read().map(({ failure, kind, count, ids }) => [failure.code, kind, count, [...ids]])).toEqual([
      ['SignInRequired', 'question', 2, ['t2', 't3']],
      ['AccessDenied', 'failed', 1, ['t1']],
      ['AccessDenied', 'failed', 1, ['t4']],
    ]);
  });

  test('whoever goes on, ends or is cleared away leaves its group, and an empty group is gone', () => {
    const groups = createFailureGroups();
    const first = transfer(1, failed('SlowDown'));
    groups.moved(undefined, first);
    groups.moved(undefined, transfer(2, failed('SlowDown')));
    groups.moved(first, transfer(1, queued));
    expect(groups.read()).toMatchObject([{ count: 1 }]);
    groups.moved(transfer(2, failed('SlowDown')), undefined);
    expect(groups.read()).toEqual([]);
  });

  test('who waits for a sign-in is gathered, and leaves the group by going on', () => {
    const groups = createFailureGroups();
    const down: Failure = { kind: 'credentials', code: 'EndpointUnreachable', message: '' };
    groups.moved(undefined, transfer(1, waiting(signIn)));
    groups.moved(undefined, transfer(2, waiting(signIn)));
    groups.moved(undefined, transfer(3, waiting(down)));
    expect(groups.read()).toMatchObject([{ kind: 'waiting', count: 2, failure: { code: 'SignInRequired' } }]);
    groups.moved(transfer(1, waiting(signIn)), transfer(1, queued));
    groups.moved(transfer(2, waiting(signIn)), transfer(2, queued));
    expect(groups.read()).toEqual([]);
  });

  test('the list of a group is never copied: it costs the same, however many it holds', () => {
    const groups = createFailureGroups();
    for (let n = 0; n < 10_000; n += 1) groups.moved(undefined, transfer(n, failed('SlowDown')));
    const [before] = groups.read();
    groups.moved(transfer(5, failed('SlowDown')), transfer(5, queued));
    const [after] = groups.read();
    expect(after?.ids).toBe(before?.ids);
    expect(after?.count).toBe(9999);
    expect(after?.revision).not.toBe(before?.revision);
  });

  test('a pause by the person is no failure, and what cannot be tried again is apart from what can', () => {
    const groups = createFailureGroups();
    groups.moved(undefined, transfer(1, { status: 'paused', by: 'person', progress }));
    groups.moved(undefined, transfer(2, failed('FileUnreadable', {}, false)));
    groups.moved(undefined, transfer(3, failed('FileUnreadable')));
    expect(groups.read().map(({ resumable, count }) => [resumable, count])).toEqual([
      [false, 1],
      [true, 1],
    ]);
  });

  test('nothing is drawn again while nothing moves between groups', () => {
    const groups = createFailureGroups();
    groups.moved(undefined, transfer(1, failed('SlowDown')));
    const before = groups.read();
    groups.moved(transfer(2, queued), transfer(2, { status: 'running', phase: 'transferring', progress }));
    expect(groups.read()).toBe(before);
  });
});
