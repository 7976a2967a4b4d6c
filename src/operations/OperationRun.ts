import type { CosClient } from '#cos/CosClient.ts';
import type { ListedObject } from '#cos/CosObject.ts';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import type { RetryPolicy } from '#cos/retryPolicy.ts';
import type { Failure } from '#lib/Failure.ts';
import type { Turnstile } from '#lib/createTurnstile.ts';
import type { OperationWait } from './OperationState.ts';
import type { ReadBlobInput } from './readBlob.ts';

/** Every request of one connection passes here before it leaves, and waits while the host is down. */
export interface OutageDoor {
  readonly pass: (signal: AbortSignal, onWait: (wait: OperationWait) => void) => Promise<DoorPassage>;
  readonly rest: (delayMs: number, signal: AbortSignal) => Promise<void>;
  readonly isOnline: () => boolean;
  /** Hears the reason to cut a request with as soon as the browser goes offline; returns the way to stop listening. */
  readonly onOffline: (cut: (reason: Error) => void) => () => void;
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
  /** Parts of what goes through this page, and how many of them are in memory at once. */
  readonly pagePartBytes: number;
  readonly pageParts: number;
  /** Originals whose copies are verified are deleted in batches of this size. */
  readonly deleteBatch: number;
  /** So many objects can be taken back one by one; a larger operation only as a whole. */
  readonly rememberedForUndo: number;
  /** Many small changes are told together. */
  readonly tellEveryMs: number;
}

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

export const DEFAULT_OPERATION_POLICY: Omit<OperationPolicy, 'retry'> = {
  wholeCopyBytes: 5 * GIB,
  partCopyBytes: GIB,
  pagePartBytes: 8 * MIB,
  pageParts: 4,
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
  | 'listObjectVersions'
  | 'headObject'
  | 'putObject'
  | 'uploadPart'
  | 'listParts'
  | 'deleteObject'
  | 'deleteObjects'
  | 'copyObject'
  | 'getObjectAcl'
  | 'putObjectAcl'
  | 'getObjectTagging'
  | 'putObjectTagging'
  | 'restoreObject'
  | 'initiateMultipartUpload'
  | 'uploadPartCopy'
  | 'completeMultipartUpload'
  | 'abortMultipartUpload'
> & {
  /** A range of an object, whole. */
  readonly readBlob: (input: ReadBlobInput) => Promise<Blob>;
};

/** What everything below the engine works with while one operation runs, from its start to the next pause or end. */
export interface OperationRun {
  /** Waits outages out and tries again by itself: what it throws, another attempt would not change. */
  readonly cos: OperationCos;
  /** Where copies go: the same client, unless they go to another connection. */
  readonly target: OperationCos;
  /** Copies go to another bucket. */
  readonly toOtherPlace: boolean;
  /** Tells which names exist below a prefix, where things come from or where they go. What was listed is remembered. */
  readonly namesBelow: (side: 'from' | 'to', below: Prefix) => NamesBelow;
  readonly signal: AbortSignal;
  readonly policy: OperationPolicy;
  /** An object's own ACL can be read with these keys. */
  readonly readsAcl: boolean;
  readonly readsTags: boolean;
  readonly notes: UploadNotes;
  /** Lets a few pieces of work that hold bytes of this page run at once. */
  readonly throughPage: Turnstile;
  readonly onPageBytes: (bytes: number) => void;
  /** Uploads through a page that is gone, by their key, to go on with. */
  readonly resumable: Map<ObjectKey, OpenUpload>;
  /** New names given by this run; lookups may not know them. */
  readonly made: Set<ObjectKey>;
  /** Of a copy between buckets: the server has not refused to do it itself. */
  mayCopyOnServer: boolean;
}

/** Looks names up by listing. */
export interface NamesBelow {
  readonly find: (keys: readonly ObjectKey[]) => AsyncIterable<{ readonly present: readonly ListedObject[] }>;
}

export interface OpenUpload {
  readonly key: ObjectKey;
  readonly uploadId: string;
  /** Of one that goes through the page: what is sent, and in which parts. Only the same is gone on with. */
  readonly content?: string;
}

/** Multipart uploads of this operation that are open, as the journal knows them. */
export interface UploadNotes {
  readonly began: (upload: OpenUpload) => Promise<void>;
  readonly ended: (upload: OpenUpload) => Promise<void>;
}
