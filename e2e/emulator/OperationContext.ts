import type { Readable } from 'node:stream';
import type { EmulatorBucket, EmulatorOptions } from './EmulatorOptions.ts';
import type { ObjectStore } from './objectStore.ts';

/** Operations under the names of the COS documentation's page titles and permission names. */
export type OperationName =
  | 'GetService'
  | 'HeadBucket'
  | 'GetBucket' // List Objects
  | 'GetBucketCORS'
  | 'PutBucketCORS'
  | 'GetBucketVersioning'
  | 'ListMultipartUploads'
  | 'DeleteMultipleObjects'
  | 'PostObject'
  | 'OptionsObject'
  | 'PutObject'
  | 'PutObjectCopy'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject'
  | 'InitiateMultipartUpload'
  | 'UploadPart'
  | 'UploadPartCopy'
  | 'ListParts'
  | 'CompleteMultipartUpload'
  | 'AbortMultipartUpload'
  | 'GetBucketObjectVersions'
  | 'GetObjectACL'
  | 'PutObjectACL'
  | 'GetObjectTagging'
  | 'PutObjectTagging'
  | 'DeleteObjectTagging'
  | 'PostObjectRestore';

/** A request that has been parsed but not yet judged. Percent-decoding happened once, here and nowhere else. */
export interface CosRequest {
  readonly method: string;
  /** `Host` as sent, with its port. */
  readonly host: string;
  /** For GetService a nameless one. */
  readonly bucket: EmulatorBucket;
  /** Decoded key without the leading slash; '' addresses the bucket. Never normalised: `a//b/../c` stays. */
  readonly key: string;
  /** Decoded once; a parameter without `=` has the value ''. Names as sent. */
  readonly query: ReadonlyMap<string, string>;
  /** Lower-cased names. An empty value counts as absent except for signatures. */
  readonly headers: ReadonlyMap<string, string>;
  readonly contentLength: number | undefined;
  /** The body, already passed through shaping and faults; read it at most once. */
  readonly body: Readable;
  /** Emulator time, milliseconds since 1970. */
  readonly now: number;
  readonly requestId: string;
}

/** Who asks, after the signature was verified. */
export type Caller =
  | { readonly type: 'anonymous' }
  | { readonly type: 'account'; readonly secretId: string }
  | { readonly type: 'temporary'; readonly secretId: string; readonly policy: unknown };

/** What a signed form may do. */
export interface FormGrant {
  readonly caller: Caller;
  /** From `content-length-range` of the policy: bytes the file may have, both ends included. */
  readonly sizeRange?: { readonly min: number; readonly max: number };
}

export interface OperationContext {
  readonly request: CosRequest;
  readonly caller: Caller;
  readonly store: ObjectStore;
  readonly options: EmulatorOptions;
  /** Throws `CosServiceError` AccessDenied unless the caller may do `action` on this key of this bucket (policy or ACL). */
  authorize(action: string, target: { bucket: EmulatorBucket; key: string }): void;
  /**
   * For PostObject, whose signature is inside its form: verifies it, checks the policy against the fields and asks for
   * `PostObject` on `fields.key`. Call it when every field before `file` is read and `${filename}` is replaced.
   * `fields`: lower-cased names, values decoded from UTF-8. Throws `CosServiceError`.
   */
  authorizeForm(fields: ReadonlyMap<string, string>): FormGrant;
  /** Changes how the bucket of the request is set up, from the next request on. */
  changeBucket(change: Pick<EmulatorBucket, 'cors'>): void;
  /** All buckets as they are now, for GetService. */
  buckets(): readonly EmulatorBucket[];
  /** Another bucket of this emulator, for copy sources: `<bucket>.cos.<region>.<domain>` → bucket, or undefined. */
  findBucketByHost(host: string): EmulatorBucket | undefined;
}

/** What an operation answers; the pipeline adds request id, date, CORS headers and shaping. */
export interface CosAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** XML text, bytes, or a stream of exactly `contentLength` bytes (chunked when absent). */
  readonly body?: string | Uint8Array | Readable;
  readonly contentLength?: number;
}

export type OperationHandler = (context: OperationContext) => Promise<CosAnswer>;
