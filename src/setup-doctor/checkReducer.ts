import type { Examination } from '#diagnosis/Examination.ts';
import type { CheckName, Finding } from '#lib/Finding.ts';

/** One run of the check, as the screen sees it. */
export type CheckState =
  | { readonly phase: 'running'; readonly at: CheckName | undefined; readonly findings: readonly Finding[] }
  | {
      readonly phase: 'done';
      readonly findings: readonly Finding[];
      readonly examination: Examination;
      readonly endedAt: Date;
    }
  | { readonly phase: 'stopped'; readonly findings: readonly Finding[] };

export type CheckEvent =
  | { readonly type: 'started' }
  | { readonly type: 'looking'; readonly at: CheckName }
  | { readonly type: 'found'; readonly findings: readonly Finding[] }
  | { readonly type: 'ended'; readonly examination: Examination; readonly endedAt: Date }
  | { readonly type: 'stopped' };

export const NOT_STARTED: CheckState = { phase: 'running', at: undefined, findings: [] };

export function checkReducer(state: CheckState, event: CheckEvent): CheckState {
  switch (event.type) {
    case 'started':
      return NOT_STARTED;
    case 'looking':
      return { phase: 'running', at: event.at, findings: state.findings };
    case 'found':
      return state.phase === 'running' ? { ...state, findings: event.findings } : state;
    case 'ended':
      return {
        phase: 'done',
        findings: event.examination.findings,
        examination: event.examination,
        endedAt: event.endedAt,
      };
    case 'stopped':
    default:
      return { phase: 'stopped', findings: state.findings };
  }
}
