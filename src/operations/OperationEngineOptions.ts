import type { CosClient } from '#cos/CosClient.ts';
import type { Prefix } from '#cos/objectKey.ts';
import type { OperationJournal } from './createOperationJournal.ts';
import type { Questions } from './NameConflict.ts';
import type { NamesBelow, OperationPolicy, OutageDoor } from './OperationRun.ts';
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
  /** Names below a prefix, looked up by listing. */
  readonly lookUp: (cos: Pick<CosClient, 'listObjects' | 'location'>, below: Prefix) => NamesBelow;
  readonly questions: Questions;
  readonly policy: OperationPolicy;
  readonly newId: () => OperationId;
  readonly now: () => number;
  readonly random: () => number;
  readonly setTimeout: (callback: () => void, delayMs: number) => unknown;
}
