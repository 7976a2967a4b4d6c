import { describe, expect, test } from 'vitest';
import { operationReducer, type OperationChange } from './operationReducer.ts';
import { NO_COUNTS, type OperationState } from './OperationState.ts';

const counts = { ...NO_COUNTS, done: 3, found: 5 };
const failure = { kind: 'service', code: 'AccessDenied', message: 'no' } as const;

const STATES: Record<OperationState['status'], OperationState> = {
  running: { status: 'running', counts },
  waiting: { status: 'waiting', reason: 'offline', counts },
  paused: { status: 'paused', by: 'person', counts },
  completed: { status: 'completed', counts, canUndo: true },
  failed: { status: 'failed', failure, counts },
  cancelled: { status: 'cancelled', counts },
};
const CHANGES: Record<OperationChange['type'], OperationChange> = {
  moving: { type: 'moving', counts },
  waited: { type: 'waited', reason: 'retry' },
  paused: { type: 'paused' },
  started: { type: 'started' },
  completed: { type: 'completed', counts, canUndo: false },
  failed: { type: 'failed', failure, counts },
  cancelled: { type: 'cancelled' },
  undone: { type: 'undone' },
};

/** What each change makes of each state; what is not listed leaves it alone. */
const UNDER_WAY = {
  moving: 'running',
  waited: 'waiting',
  paused: 'paused',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
};
const TABLE: Record<OperationState['status'], Partial<Record<OperationChange['type'], string>>> = {
  running: UNDER_WAY,
  waiting: UNDER_WAY,
  paused: { started: 'running', cancelled: 'cancelled' },
  failed: { started: 'running', cancelled: 'cancelled' },
  completed: { undone: 'completed' },
  cancelled: {},
};

describe('every pair', () => {
  for (const [status, state] of Object.entries(STATES)) {
    test.each(Object.entries(CHANGES))(`${status} and %s`, (type, change) => {
      const wanted = TABLE[state.status][type as OperationChange['type']];
      const next = operationReducer(state, change);
      expect(next.status).toBe(wanted ?? status);
      expect(next === state).toBe(wanted === undefined);
    });
  }
});

test('what was taken back cannot be taken back twice', () => {
  const undone = operationReducer(STATES.completed, CHANGES.undone);
  expect(undone).toMatchObject({ status: 'completed', canUndo: false });
  expect(operationReducer(undone, CHANGES.undone)).toBe(undone);
});
