import type { ListObjectColumnsOutput } from './ObjectColumns.ts';
import type { Prefix, ObjectKey } from './objectKey.ts';

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

export interface BucketLocation {
  readonly bucket: string;
  readonly region: string;
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

export interface ListObjectsInput {
  readonly prefix: Prefix;
  /** `'/'` folds deeper keys into `commonPrefixes`; omitted lists everything below. */
  readonly delimiter?: '/';
  /** Exclusive start, from the previous page's `nextMarker`. */
  readonly marker?: string;
  /** 1–1000, default 1000; objects and common prefixes together. */
  readonly maxKeys?: number;
}

export interface ListObjectsOutput {
  readonly objects: readonly ListedObject[];
  readonly commonPrefixes: readonly Prefix[];
  /** Absent on the last page. */
  readonly nextMarker?: string;
}

export interface ListedObject {
  readonly key: ObjectKey;
  readonly sizeBytes: number;
  readonly lastModified: Date;
  readonly etag: string;
  /** Shown verbatim when we do not know it. */
  readonly storageClass: string;
}

/** An object, or one of its versions. */
export interface ObjectVersionName {
  readonly key: ObjectKey;
  /** Absent: the latest. `null` is the text COS has for a version that was written before versions were kept. */
  readonly versionId?: string;
}

/** What HEAD or GET answers about an object; fields hidden by CORS are absent. */
export interface ObjectHead {
  readonly sizeBytes: number;
  readonly etag?: string;
  readonly lastModified?: Date;
  readonly contentType?: string;
  /** `x-cos-hash-crc64ecma`, unsigned decimal; above 2^53, hence text. */
  readonly crc64?: string;
  readonly storageClass?: string;
  readonly versionId?: string;
  /** Of an archived object that was, or is being, restored; absent also where the header is hidden. */
  readonly restore?: RestoreState;
  readonly requestId?: string;
  /** Every header of the answer that the page may read, names in lower case; the CORS rule decides which. */
  readonly headers?: ReadonlyMap<string, string>;
  /** User metadata as far as the CORS rule shows it, names without `x-cos-meta-`, values as they travel. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** How it is to be handed out; only what is set and can be read. */
  readonly delivery?: DeliveryHeaders;
}

/** `x-cos-restore` (COS documentation 7745). */
export type RestoreState =
  | { readonly isOngoing: true }
  /** Until then the object can be read. */
  | { readonly isOngoing: false; readonly until?: Date };

/** Standard headers an object is handed out with (COS documentation 7749). */
export interface DeliveryHeaders {
  readonly cacheControl?: string;
  readonly contentDisposition?: string;
  readonly contentEncoding?: string;
  readonly expires?: string;
}

/** Who may read an object beyond what its bucket says. */
export interface ObjectAcl {
  /** `default` inherits the bucket's; absent when the grants are none that a word stands for. */
  readonly canned?: 'default' | 'private' | 'public-read' | 'authenticated-read';
}

export type ObjectTags = Readonly<Record<string, string>>;

export interface GetObjectInput extends ObjectVersionName {
  /** Inclusive start, exclusive end, in bytes. */
  readonly range?: { readonly start: number; readonly end?: number };
  /**
   * Ask for the bytes as they are stored, even when the object has a `Content-Encoding`, so that sizes, ranges and
   * checksums are about the same bytes. Signed (`response-content-encoding=identity`), hence ignored without keys.
   */
  readonly asStored?: boolean;
}

export interface GetThumbnailInput {
  readonly key: ObjectKey;
  /** The longest side of what comes, in pixels. */
  readonly side: number;
}

export interface GetObjectOutput extends ObjectHead {
  /** 206: the first byte of `body` in the object. 200: 0. */
  readonly startByte: number;
  readonly body: ReadableStream<Uint8Array>;
}

/** Metadata a new object is written with. */
export interface ObjectHeaders {
  readonly contentType?: string;
  readonly storageClass?: string;
  /** User metadata, names without `x-cos-meta-`. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Metadata of an object that is copied, values as they travelled. */
  readonly storedMetadata?: Readonly<Record<string, string>>;
  readonly delivery?: DeliveryHeaders;
  /** Default: the bucket's. */
  readonly acl?: NonNullable<ObjectAcl['canned']>;
  readonly tags?: ObjectTags;
  /** Refuse with 409 `FileAlreadyExists` when the key exists. Versioned buckets ignore it. */
  readonly forbidOverwrite?: boolean;
}

export interface PutObjectInput extends ObjectHeaders {
  readonly key: ObjectKey;
  /** Bits per second this request may take, enforced by COS. */
  readonly trafficLimit?: number;
  readonly body: Blob;
}

export interface PostObjectInput extends ObjectHeaders {
  readonly key: ObjectKey;
  /** Bits per second this request may take, enforced by COS. */
  readonly trafficLimit?: number;
  /** Bytes where they are in memory already, so that nobody reads the file again. */
  readonly body: Blob | Uint8Array<ArrayBuffer>;
}

export interface PutObjectOutput {
  readonly etag?: string;
  readonly crc64?: string;
  readonly requestId?: string;
}

export interface DeleteObjectsInput {
  readonly keys: readonly ObjectKey[];
  /** Of some keys: the one version to remove for good. */
  readonly versionIds?: ReadonlyMap<ObjectKey, string>;
}

export interface DeleteObjectsOutput {
  readonly deleted: readonly ObjectKey[];
  /** Where versions are kept: the mark that now hides each key. Removing it brings the object back. */
  readonly markers?: ReadonlyMap<ObjectKey, string>;
  readonly errors: readonly { readonly key: ObjectKey; readonly code: string; readonly message: string }[];
}

export interface CopyObjectInput extends ObjectHeaders {
  readonly key: ObjectKey;
  readonly source: CopySource;
  /**
   * Content type, metadata and delivery headers are those of this call, not the source's; a copy onto itself must say
   * so. Tags stay the source's all the same.
   */
  readonly replacesHeaders?: boolean;
}

export interface CopySource extends BucketLocation, ObjectVersionName {
  /** Refuse with 412 unless the source still has this ETag. */
  readonly ifMatch?: string;
}

export interface UploadPartCopyInput {
  readonly key: ObjectKey;
  readonly uploadId: string;
  /** 1–10,000. */
  readonly partNumber: number;
  readonly source: CopySource;
  /** Inclusive start, exclusive end, in bytes of the source. */
  readonly range: { readonly start: number; readonly end: number };
}

export interface CopyObjectOutput {
  readonly etag: string;
  readonly crc64?: string;
}

export interface InitiateMultipartUploadInput extends ObjectHeaders {
  readonly key: ObjectKey;
}

export interface UploadPartInput {
  readonly key: ObjectKey;
  readonly uploadId: string;
  /** 1–10,000. */
  readonly partNumber: number;
  readonly body: Blob;
  /** Bits per second this request may take, enforced by COS. */
  readonly trafficLimit?: number;
}

export interface UploadPartOutput {
  /** Absent when the CORS rule hides ETag; ListParts tells then. */
  readonly etag?: string;
  readonly crc64?: string;
}

export interface ListPartsInput {
  readonly key: ObjectKey;
  readonly uploadId: string;
  readonly partNumberMarker?: number;
  readonly maxParts?: number;
}

export interface ListPartsOutput {
  readonly parts: readonly { readonly partNumber: number; readonly etag: string; readonly sizeBytes: number }[];
  readonly nextPartNumberMarker?: number;
}

export interface CompleteMultipartUploadInput {
  readonly key: ObjectKey;
  readonly uploadId: string;
  /** Ascending and contiguous from 1. */
  readonly parts: readonly { readonly partNumber: number; readonly etag: string }[];
  readonly forbidOverwrite?: boolean;
}

export interface CompleteMultipartUploadOutput {
  readonly etag: string;
  readonly crc64?: string;
  readonly requestId?: string;
}

export interface ListMultipartUploadsInput {
  readonly prefix: Prefix;
  readonly keyMarker?: string;
  readonly uploadIdMarker?: string;
}

export interface ListMultipartUploadsOutput {
  readonly uploads: readonly { readonly key: ObjectKey; readonly uploadId: string; readonly initiated?: Date }[];
  readonly nextKeyMarker?: string;
  readonly nextUploadIdMarker?: string;
}

export interface GetBucketVersioningOutput {
  /** Absent when versioning was never switched on. Only then `forbidOverwrite` counts. */
  readonly status?: 'Enabled' | 'Suspended';
}

/** How soon an archived object can be read; the fastest costs most, and DEEP_ARCHIVE has no `Expedited`. */
export type RestoreTier = 'Expedited' | 'Standard' | 'Bulk';

export interface RestoreObjectInput extends ObjectVersionName {
  /** How long the restored copy stays, in days: 1–365. */
  readonly days: number;
  readonly tier: RestoreTier;
}

export interface ListObjectVersionsInput {
  readonly prefix: string;
  /** From the previous page. */
  readonly keyMarker?: string;
  readonly versionIdMarker?: string;
  /** 1–1000, default 1000. */
  readonly maxKeys?: number;
}

export interface ListObjectVersionsOutput {
  /** By key, and of each key newest first. */
  readonly versions: readonly ObjectVersion[];
  /** Absent on the last page. */
  readonly nextKeyMarker?: string;
  readonly nextVersionIdMarker?: string;
}

interface VersionFacts extends Required<ObjectVersionName> {
  readonly isLatest: boolean;
  readonly lastModified: Date;
}

/** One state of an object, or the mark that it was deleted. */
export type ObjectVersion =
  | (VersionFacts & { readonly isDeleteMarker: true })
  | (VersionFacts & {
      readonly isDeleteMarker: false;
      readonly sizeBytes: number;
      readonly etag: string;
      readonly storageClass: string;
    });
