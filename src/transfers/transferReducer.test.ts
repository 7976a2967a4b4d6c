import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Failure } from '#lib/Failure.ts';
import { transferReducer } from './transferReducer.ts';
import type { TransferChange } from './transferReducer.ts';
import { isFinished } from './TransferState.ts';
import type { TransferState } from './TransferState.ts';

const failure: Failure = { kind: 'network', code: 'ConnectionLost', message: 'reset' };
const before = { transferredBytes: 40, totalBytes: 100 };
const after = { transferredBytes: 60, totalBytes: 100, bytesPerSecond: 20 };
const completedAt = new Date('2026-01-02T03:04:05Z');

const STATES = {
  queued: { status: 'queued' },
  running: { status: 'running', phase: 'transferring', progress: before },
  waiting: { status: 'waiting', reason: 'retry', attempt: 2, progress: before, failure },
  paused: { status: 'paused', by: 'person', progress: before },
  resumable: { status: 'failed', failure, resumable: true },
  failed: { status: 'failed', failure, resumable: false },
  completed: { status: 'completed', etag: 'e', verified: true, completedAt },
  cancelled: { status: 'cancelled' },
  inDoubt: { status: 'cancelled', arrival: 'checking' },
  skipped: { status: 'skipped' },
} satisfies Record<string, TransferState>;

const CHANGES = {
  moving: { type: 'moving', phase: 'completing', progress: after },
  progressed: { type: 'progressed', progress: after },
  waited: { type: 'waited', reason: 'offline', failure },
  paused: { type: 'paused', by: 'question', progress: after, failure },
  requeued: { type: 'requeued' },
  failed: { type: 'failed', failure, resumable: true },
  completed: { type: 'completed', etag: 'e2', verified: false, completedAt },
  cancelled: { type: 'cancelled' },
  skipped: { type: 'skipped' },
} satisfies { [Type in TransferChange['type']]: Extract<TransferChange, { type: Type }> };

const moving: TransferState = { status: 'running', phase: 'completing', progress: after };
const asked: TransferState = { status: 'paused', by: 'question', progress: after, failure };
const failedNow: TransferState = { status: 'failed', failure, resumable: true };
const done: TransferState = { status: 'completed', etag: 'e2', verified: false, completedAt };
const waits: TransferState = { status: 'waiting', reason: 'offline', failure, progress: before };
const { queued, cancelled, skipped } = STATES;
const same = 'same';

/** Every status against every change, in the order of CHANGES; `same` is the very same object. */
const TABLE: Record<keyof typeof STATES, readonly (TransferState | typeof same)[]> = {
  //         moving  progressed                            waited paused requeued failed     completed cancelled skipped
  queued: [moving, same, same, asked, same, failedNow, same, cancelled, skipped],
  running: [moving, { ...STATES.running, progress: after }, waits, asked, same, failedNow, done, cancelled, skipped],
  waiting: [moving, { ...STATES.waiting, progress: after }, waits, asked, same, failedNow, done, cancelled, skipped],
  paused: [same, same, same, same, queued, same, same, cancelled, skipped],
  resumable: [same, same, same, same, queued, same, same, cancelled, skipped],
  failed: [same, same, same, same, same, same, same, cancelled, skipped],
  completed: [same, same, same, same, same, same, same, same, same],
  cancelled: [same, same, same, same, same, same, same, same, same],
  inDoubt: [same, same, same, same, same, same, done, cancelled, same],
  skipped: [same, same, same, same, same, same, same, same, same],
};

const changeNames = Object.keys(CHANGES) as (keyof typeof CHANGES)[];
const rows = (Object.keys(STATES) as (keyof typeof STATES)[]).flatMap((state) =>
  changeNames.map((change, column) => ({ state, change, expected: TABLE[state][column] })),
);

describe('transferReducer', () => {
  test.each(rows)('$state, $change', ({ state, change, expected }) => {
    const result = transferReducer(STATES[state], CHANGES[change]);
    expect(result).toEqual(expected === same ? STATES[state] : expected);
    expect(result === STATES[state]).toBe(expected === same);
  });

  const progress = fc.record({ transferredBytes: fc.nat(100), totalBytes: fc.constant(100) });
  const anyChange: fc.Arbitrary<TransferChange> = fc.oneof(
    fc.record({
      type: fc.constant('moving' as const),
      phase: fc.constantFrom('transferring', 'verifying', 'completing'),
      progress,
    }),
    fc.record({ type: fc.constant('progressed' as const), progress }),
    fc.record({ type: fc.constant('paused' as const), by: fc.constant('person' as const), progress }),
    fc.constantFrom(...Object.values(CHANGES)),
  );

  test('progress never falls until a restart, and an end is an end', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 30 }), (changes) => {
        const history: TransferState[] = [{ status: 'queued' }];
        for (const change of changes) history.push(transferReducer(history.at(-1)!, change));
        const lies = history.filter((next, index) => {
          const before = history[index - 1] ?? next;
          const falls =
            'progress' in before &&
            'progress' in next &&
            next.progress.transferredBytes < before.progress.transferredBytes;
          const revives = isFinished(before) && before.status !== 'failed' && next !== before;
          const isSudden = next !== before && next.status === 'completed' && !('progress' in before);
          return falls || revives || isSudden;
        });
        expect(lies).toEqual([]);
      }),
    );
  });
});
