import type { Readable } from 'node:stream';

/** What is kept beside the bytes of an object. */
export interface StoredObject {
  readonly key: string;
  readonly sizeBytes: number;
  /** Without quotes: MD5 for PUT, POST and copy; opaque `<32 hex>-<N>` for multipart. */
  readonly etag: string;
  /** Unsigned decimal. */
  readonly crc64: string;
  /** Milliseconds since 1970, by the emulator's clock. */
  readonly lastModified: number;
  /** Lower-cased: content-type, cache-control, content-disposition, content-encoding, expires, x-cos-meta-*. */
  readonly headers: Readonly<Record<string, string>>;
  readonly storageClass: string;
  readonly acl: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Absent where the bucket never kept versions; `null` is the text COS writes for a version without an id. */
  readonly versionId?: string;
  /** Of an archived object that was asked for: when it can be read, milliseconds since 1970, and how it was asked. */
  readonly restored?: Restored;
}

export interface Restored {
  readonly requested: number;
  readonly from: number;
  readonly until: number;
  readonly tier: string;
}

/** One state of a key, or the mark that it was deleted. */
export interface StoredVersion extends StoredObject {
  readonly isLatest: boolean;
  readonly isDeleteMarker: boolean;
}

export interface StoredUpload {
  readonly key: string;
  readonly uploadId: string;
  readonly initiated: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly storageClass: string;
  readonly acl: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface StoredPart {
  readonly partNumber: number;
  readonly sizeBytes: number;
  /** MD5, no quotes. */
  readonly etag: string;
  readonly crc64: string;
  readonly lastModified: number;
}

export interface NewObject {
  readonly headers: Readonly<Record<string, string>>;
  readonly storageClass: string;
  readonly acl: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Given, the write keeps what was there before as an older version, unless both are `null`. */
  readonly versionId?: string;
}

/**
 * Bytes and metadata on disk, under hashes and never under their keys. Everything streams; nothing holds a whole
 * body in memory. Listing is by UTF-8 byte order of the key. Survives a restart with the same folder.
 */
export interface ObjectStore {
  head(bucket: string, key: string): StoredObject | undefined;
  read(bucket: string, key: string, range?: { start: number; end: number }, versionId?: string): Readable;
  /** Stores the body, computing MD5 and CRC-64 on the way; `check` may throw to refuse before anything becomes visible. */
  write(
    bucket: string,
    key: string,
    body: Readable,
    object: NewObject,
    check?: (written: { sizeBytes: number; md5: string; crc64: string }) => void,
  ): Promise<StoredObject>;
  delete(bucket: string, key: string): Promise<boolean>;
  /** Every state of a key, newest first; empty when it never was. */
  versions(bucket: string, key: string): readonly StoredVersion[];
  /** Keys that have any version and start with `prefix`, ascending in UTF-8 byte order. */
  versionedKeys(bucket: string, prefix: string): readonly string[];
  /** Deletes as a bucket that keeps versions does: what is there stays, behind a mark. */
  mark(bucket: string, key: string, versionId: string): Promise<void>;
  /** Removes one version for good; the one before it becomes the latest. False when there is no such. */
  deleteVersion(bucket: string, key: string, versionId: string): Promise<boolean>;
  /** Changes what is said about an object, not its bytes or its date. */
  alter(bucket: string, object: StoredObject, change: Partial<StoredObject>): Promise<void>;
  /** All keys of the bucket that start with `prefix` and come after `after`, ascending in UTF-8 byte order. */
  list(bucket: string, prefix: string, after: string): Iterable<StoredObject>;
  /** As `list`, but from behind every key that starts with `passedPrefix`: how a listing steps over a folded folder. */
  listPast(bucket: string, prefix: string, passedPrefix: string): Iterable<StoredObject>;
  createUpload(bucket: string, key: string, object: NewObject): Promise<StoredUpload>;
  upload(bucket: string, key: string, uploadId: string): StoredUpload | undefined;
  uploads(bucket: string): readonly StoredUpload[];
  writePart(
    bucket: string,
    uploadId: string,
    partNumber: number,
    body: Readable,
    check?: (written: { sizeBytes: number; md5: string; crc64: string }) => void,
  ): Promise<StoredPart>;
  parts(bucket: string, uploadId: string): readonly StoredPart[];
  complete(
    bucket: string,
    uploadId: string,
    partNumbers: readonly number[],
    written: { readonly etag: string; readonly versionId?: string },
  ): Promise<StoredObject>;
  abort(bucket: string, uploadId: string): Promise<void>;
  close(): Promise<void>;
}
