import type {
  CompleteMultipartUploadInput,
  CompleteMultipartUploadOutput,
  CopyObjectInput,
  CopyObjectOutput,
  DeleteObjectsInput,
  DeleteObjectsOutput,
  GetBucketVersioningOutput,
  GetObjectInput,
  GetObjectOutput,
  GetThumbnailInput,
  InitiateMultipartUploadInput,
  ListMultipartUploadsInput,
  ListMultipartUploadsOutput,
  ListObjectVersionsInput,
  ListObjectVersionsOutput,
  ListObjectsInput,
  ListObjectsOutput,
  ListPartsInput,
  ListPartsOutput,
  PostObjectInput,
  PutObjectInput,
  PutObjectOutput,
  RestoreObjectInput,
  UploadPartCopyInput,
  UploadPartInput,
  UploadPartOutput,
} from './CosCalls.ts';
import type { BucketLocation, ObjectAcl, ObjectHead, ObjectTags, ObjectVersionName } from './CosObject.ts';
import type { ListObjectColumnsOutput } from './ObjectColumns.ts';
import type { ObjectKey } from './objectKey.ts';

/**
 * The one interface to a bucket. Methods carry the names of the COS documentation; after it, sizes are numbers,
 * times are `Date`s, keys are decoded and ETags have no quotes.
 *
 * Obligations of every implementation (checked by `testing/cosClientContract.ts`):
 * - one call is one attempt; retrying is somebody else's decision (`retryPolicy.ts`);
 * - it settles once: a value, a `CosError`, or the signal's reason, promptly after the abort;
 * - a key whose URL does not parse back to itself is refused with `UnsafeKey` before any request;
 * - a 2xx whose body is not what the operation answers is a `CosError`, never an empty result.
 */
export interface CosClient {
  readonly location: BucketLocation;
  /** How many requests of transfers find a connection at once; another one would wait for theirs. */
  readonly connections: number;
  listObjects(input: ListObjectsInput, options?: CallOptions): Promise<ListObjectsOutput>;
  /** List Objects once more, for lists of any size. */
  listObjectColumns(input: ListObjectsInput, options?: CallOptions): Promise<ListObjectColumnsOutput>;
  headObject(input: ObjectVersionName, options?: CallOptions): Promise<ObjectHead>;
  getObject(input: GetObjectInput, options?: CallOptions): Promise<GetObjectOutput>;
  /** A smaller image that COS makes of an object, where the bucket has image processing; its owner pays for each. */
  getThumbnail(input: GetThumbnailInput, options?: CallOptions): Promise<ReadableStream<Uint8Array>>;
  putObject(input: PutObjectInput, options?: SendOptions): Promise<PutObjectOutput>;
  postObject(input: PostObjectInput, options?: CallOptions): Promise<PutObjectOutput>;
  /** With a version id: removes that version, or delete marker, for good. */
  deleteObject(input: ObjectVersionName, options?: CallOptions): Promise<void>;
  deleteObjects(input: DeleteObjectsInput, options?: CallOptions): Promise<DeleteObjectsOutput>;
  copyObject(input: CopyObjectInput, options?: CallOptions): Promise<CopyObjectOutput>;
  initiateMultipartUpload(input: InitiateMultipartUploadInput, options?: CallOptions): Promise<{ uploadId: string }>;
  uploadPartCopy(input: UploadPartCopyInput, options?: CallOptions): Promise<{ etag: string }>;
  getObjectAcl(input: ObjectVersionName, options?: CallOptions): Promise<ObjectAcl>;
  /** Replaces every grant of an object. */
  putObjectAcl(input: { key: ObjectKey; acl: NonNullable<ObjectAcl['canned']> }, options?: CallOptions): Promise<void>;
  getObjectTagging(input: ObjectVersionName, options?: CallOptions): Promise<ObjectTags>;
  /** Replaces the whole set; an empty one removes it. */
  putObjectTagging(input: { key: ObjectKey; tags: ObjectTags }, options?: CallOptions): Promise<void>;
  restoreObject(input: RestoreObjectInput, options?: CallOptions): Promise<void>;
  listObjectVersions(input: ListObjectVersionsInput, options?: CallOptions): Promise<ListObjectVersionsOutput>;
  uploadPart(input: UploadPartInput, options?: SendOptions): Promise<UploadPartOutput>;
  listParts(input: ListPartsInput, options?: CallOptions): Promise<ListPartsOutput>;
  completeMultipartUpload(
    input: CompleteMultipartUploadInput,
    options?: CallOptions,
  ): Promise<CompleteMultipartUploadOutput>;
  abortMultipartUpload(input: { key: ObjectKey; uploadId: string }, options?: CallOptions): Promise<void>;
  listMultipartUploads(input: ListMultipartUploadsInput, options?: CallOptions): Promise<ListMultipartUploadsOutput>;
  getBucketVersioning(options?: CallOptions): Promise<GetBucketVersioningOutput>;
}

/** Who goes first when connections are short: a click, then bytes, then thumbnails and probes. */
export type Priority = 'interactive' | 'transfer' | 'background';

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly priority?: Priority;
  /**
   * How long it will probably take, where that is known. The keys that sign it must live twice as long: a transfer under
   * way is cut when its signature ends, and its body was for nothing.
   */
  readonly expectedSeconds?: number;
  /** The request has its lane and leaves now. Time spent waiting for a lane is not silence of the network. */
  readonly onStart?: () => void;
  /** Bytes of the answer arrived, even only the spaces COS sends while it merges parts: the request is alive. */
  readonly onAlive?: () => void;
}

export interface SendOptions extends CallOptions {
  /** Bytes of this request's body handed to the network so far; not yet confirmed by anyone. */
  readonly onSent?: (sentBytes: number) => void;
}
