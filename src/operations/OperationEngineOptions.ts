import type { CosClient } from '#cos/CosClient.ts';
import type { OperationJournal } from './createOperationJournal.ts';
import type { OperationPolicy, OutageDoor } from './OperationRun.ts';
import type { OperationId } from './OperationState.ts';

/** All the engine knows of the world around it. */
export interface OperationEngineOptions {
  readonly cosFor: (connectionId: string) => CosClient;
  readonly doorFor: (connectionId: string) => OutageDoor;
  readonly mayRead: (connectionId: string, what: 'acl' | 'tags') => boolean;
  readonly journal: OperationJournal;
  /** One page works on an operation; resolves when it is this one. */
  readonly lock: (
    id: OperationId,
    signal: AbortSignal,
    onWait: () => void,
  ) => Promise<{ readonly release: () => void }>;
  readonly isWorkedOn: (id: OperationId) => Promise<boolean>;
  readonly policy: OperationPolicy;
  readonly newId: () => OperationId;
  readonly now: () => number;
  readonly random: () => number;
  readonly setTimeout: (callback: () => void, delayMs: number) => unknown;
}
