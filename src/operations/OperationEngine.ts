import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import type { AccessWish } from './AccessWish.ts';
import type { ObjectEdit } from './ObjectEdit.ts';
import type { Operation, OperationId, OperationKind, OperationRoot } from './OperationState.ts';
import type { RestoreWish } from './restoreArchived.ts';
import type { Source } from './Source.ts';

/**
 * Work that the server does on many objects. A plain object: no React, no DOM. React reads a projection of it
 * (`createOperationStore.ts`) and commands it through these methods.
 */
export interface OperationEngine {
  /** Begins at once. */
  start(request: OperationRequest): OperationId;
  /** Abort the requests; what is done is done. */
  pause(id: OperationId): void;
  resume(id: OperationId): void;
  /** After `failed`: what is left. */
  retry(id: OperationId): void;
  cancel(id: OperationId): void;
  /** Takes a completed one back, as an operation of its own; undefined when that cannot be done. */
  undo(id: OperationId): OperationId | undefined;
  /** The person has looked: delete the originals that were kept because no checksum could be compared. */
  deleteKept(id: OperationId): OperationId | undefined;
  clearFinished(): void;
  /** Operations that an earlier page left unfinished appear as paused. */
  recall(): Promise<void>;
  subscribe(listener: (event: OperationEvent) => void): () => void;
  dispose(): void;
}

export interface OperationRequest {
  readonly kind: OperationKind;
  readonly connectionId: string;
  /** Copies go to another connection. Default: they stay in this one. */
  readonly toConnectionId?: string;
  readonly name: string;
  readonly roots: readonly OperationRoot[];
  /** Of `edit`: what to say about the objects. */
  readonly edit?: ObjectEdit;
  /** Of `access`: who may read the objects. */
  readonly access?: AccessWish;
  /** Of `restoreArchived`: for how long, and how soon. */
  readonly wish?: RestoreWish;
}

export type OperationEvent =
  | { readonly type: 'changed'; readonly operation: Operation }
  | { readonly type: 'removed'; readonly ids: readonly OperationId[] }
  /** An object is there, under a new name, or has become another. */
  | { readonly type: 'made'; readonly connectionId: string; readonly source: Source; readonly key: ObjectKey }
  | {
      readonly type: 'gone';
      readonly connectionId: string;
      readonly keys: readonly ObjectKey[];
      /** Nothing is left of these. */
      readonly folders: readonly Prefix[];
    };
