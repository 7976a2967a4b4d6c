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
}

export interface StoredUpload {
  readonly key: string;
  readonly uploadId: string;
  readonly initiated: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly storageClass: string;
  readonly acl: string;
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
}

/**
 * Bytes and metadata on disk, under hashes and never under their keys. Everything streams; nothing holds a whole
 * body in memory. Listing is by UTF-8 byte order of the key. Survives a restart with the same folder.
 */
export interface ObjectStore {
  head(bucket: string, key: string): StoredObject | undefined;
  read(bucket: string, key: string, range?: { start: number; end: number }): Readable;
  /** Stores the body, computing MD5 and CRC-64 on the way; `check` may throw to refuse before anything becomes visible. */
  write(
    bucket: string,
    key: string,
    body: Readable,
    object: NewObject,
    check?: (written: { sizeBytes: number; md5: string; crc64: string }) => void,
  ): Promise<StoredObject>;
  delete(bucket: string, key: string): Promise<boolean>;
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
  complete(bucket: string, uploadId: string, partNumbers: readonly number[], etag: string): Promise<StoredObject>;
  abort(bucket: string, uploadId: string): Promise<void>;
  close(): Promise<void>;
}
