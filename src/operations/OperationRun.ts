import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import type { RetryPolicy } from '#cos/retryPolicy.ts';
import type { Failure } from '#lib/Failure.ts';
import type { OperationWait } from './OperationState.ts';

/** Every request of one connection passes here before it leaves, and waits while the host is down. */
export interface OutageDoor {
  readonly pass: (signal: AbortSignal, onWait: (wait: OperationWait) => void) => Promise<DoorPassage>;
  readonly rest: (delayMs: number, signal: AbortSignal) => Promise<void>;
  readonly isOnline: () => boolean;
}

export interface DoorPassage {
  readonly isProbe: boolean;
  readonly answered: () => void;
  readonly lost: (failure: Failure) => void;
  readonly abandoned: () => void;
}

export interface OperationPolicy {
  readonly retry: RetryPolicy;
  /** Larger objects are copied in parts (COS documentation 10881: 5 GB). */
  readonly wholeCopyBytes: number;
  readonly partCopyBytes: number;
  /** Originals whose copies are verified are deleted in batches of this size. */
  readonly deleteBatch: number;
  /** So many objects can be taken back one by one; a larger operation only as a whole. */
  readonly rememberedForUndo: number;
  /** Many small changes are told together. */
  readonly tellEveryMs: number;
}

const GIB = 1024 ** 3;

export const DEFAULT_OPERATION_POLICY: Omit<OperationPolicy, 'retry'> = {
  wholeCopyBytes: 5 * GIB,
  partCopyBytes: GIB,
  deleteBatch: 100,
  rememberedForUndo: 20_000,
  tellEveryMs: 200,
};

/** What operations ask of a bucket. */
export type OperationCos = Pick<
  CosClient,
  | 'location'
  | 'connections'
  | 'listObjects'
  | 'headObject'
  | 'deleteObject'
  | 'deleteObjects'
  | 'copyObject'
  | 'getObjectAcl'
  | 'getObjectTagging'
  | 'putObjectTagging'
  | 'restoreObject'
  | 'initiateMultipartUpload'
  | 'uploadPartCopy'
  | 'completeMultipartUpload'
  | 'abortMultipartUpload'
>;

/** What everything below the engine works with while one operation runs, from its start to the next pause or end. */
export interface OperationRun {
  /** Waits outages out and tries again by itself: what it throws, another attempt would not change. */
  readonly cos: OperationCos;
  readonly signal: AbortSignal;
  readonly policy: OperationPolicy;
  /** An object's own ACL can be read with these keys. */
  readonly readsAcl: boolean;
  readonly readsTags: boolean;
  readonly notes: UploadNotes;
}

export interface OpenUpload {
  readonly key: ObjectKey;
  readonly uploadId: string;
}

/** Multipart uploads of this operation that are open, as the journal knows them. */
export interface UploadNotes {
  readonly began: (upload: OpenUpload) => Promise<void>;
  readonly ended: (upload: OpenUpload) => Promise<void>;
}
