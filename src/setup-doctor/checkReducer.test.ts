import { expect, test } from 'vitest';
import type { Finding } from '#lib/Finding.ts';
import { checkReducer, NOT_STARTED, type CheckEvent } from './checkReducer.ts';

const finding: Finding = { check: 'page', code: 'HeadersRight', severity: 'good' };
const endedAt = new Date(0);

function after(...events: readonly CheckEvent[]) {
  let state = NOT_STARTED;
  for (const event of events) state = checkReducer(state, event);
  return state;
}

test('a run gathers findings, ends with the whole, and can be begun anew', () => {
  const half = after({ type: 'started' }, { type: 'looking', at: 'page' }, { type: 'found', findings: [finding] });
  expect(half).toEqual({ phase: 'running', at: 'page', findings: [finding] });
  const examination = { findings: [finding, finding], requests: [] };
  const done = checkReducer(half, { type: 'ended', examination, endedAt });
  expect(done).toEqual({ phase: 'done', findings: examination.findings, examination, endedAt });
  expect(checkReducer(done, { type: 'started' })).toEqual(NOT_STARTED);
});

test('what was found stays when the person stops, and nothing that comes late is added', () => {
  const stopped = after({ type: 'found', findings: [finding] }, { type: 'stopped' });
  expect(stopped).toEqual({ phase: 'stopped', findings: [finding] });
  expect(checkReducer(stopped, { type: 'found', findings: [] })).toBe(stopped);
});
