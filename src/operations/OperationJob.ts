import type { OperationRequest } from './OperationEngine.ts';
import type { Operation } from './OperationState.ts';
import type { OperationTally, UndoPlan } from './OperationTally.ts';

/** An operation as the engine holds it, from its start until it is cleared away. */
export interface OperationJob {
  operation: Operation;
  request: OperationRequest;
  /** Of a `restore` that takes a deletion back: the marks to remove. They are not journaled. */
  readonly marks?: UndoPlan['marks'];
  /** An earlier page began it; what that one did is not known here. */
  readonly isRecalled: boolean;
  abort?: AbortController;
  tally?: OperationTally;
}
