import type {
  BucketLocation,
  ListedObject,
  ObjectHead,
  ObjectHeaders,
  ObjectVersion,
  ObjectVersionName,
  RestoreTier,
} from './CosObject.ts';
import type { ObjectKey, Prefix } from './objectKey.ts';

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

export interface RestoreObjectInput extends ObjectVersionName {
  /** How long the restored copy stays, in days: 1–365. */
  readonly days: number;
  readonly tier: RestoreTier;
}

export interface ListObjectVersionsInput {
  readonly prefix: string;
  /** Folds keys at its first place behind the prefix. */
  readonly delimiter?: string;
  /** From the previous page. */
  readonly keyMarker?: string;
  readonly versionIdMarker?: string;
  /** 1–1000, default 1000. */
  readonly maxKeys?: number;
}

export interface ListObjectVersionsOutput {
  /** By key, and of each key newest first. */
  readonly versions: readonly ObjectVersion[];
  /** Only where a delimiter was asked for. */
  readonly commonPrefixes?: readonly Prefix[];
  /** Absent on the last page. */
  readonly nextKeyMarker?: string;
  readonly nextVersionIdMarker?: string;
}
