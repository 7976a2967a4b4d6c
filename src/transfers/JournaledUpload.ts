import type { ObjectKey } from '#cos/objectKey.ts';
import type { PlannedPart } from './planParts.ts';
import type { ConfirmedPart, UploadJob } from './UploadJob.ts';
import type { UploadOptions } from './UploadOptions.ts';

/**
 * What must be known to go on with a multipart upload after the page is gone, and cannot be asked of the server.
 * Everything else is: the server is believed. No secret is in it.
 */
export interface JournaledUpload {
  /** Of this shape; a record of another is left alone. */
  readonly version: 1;
  readonly connectionId: string;
  /** Where the connection led when it began; another place under the same id does not count. */
  readonly bucket: string;
  readonly region: string;
  readonly key: ObjectKey;
  readonly uploadId: string;
  readonly name: string;
  readonly file: FileIdentity;
  readonly contentType?: string;
  readonly options?: UploadOptions;
  readonly onExisting: UploadJob['onExisting'];
  readonly looksFirst?: boolean;
  /** The part table; a resumed upload keeps the sizes it began with. */
  readonly plan: readonly PlannedPart[];
  /** It was cancelled and waits to be removed from the bucket. */
  readonly isCondemned?: true;
  /** Lets the browser open the same file again, where it has such a thing. */
  readonly handle?: FileSystemFileHandle;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

/** How a file is recognised. Contents are compared as well, beside the sending. */
export interface FileIdentity {
  readonly name: string;
  readonly sizeBytes: number;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
}

/** A journaled upload with the parts that were confirmed. */
export interface RestoredUpload {
  readonly upload: JournaledUpload;
  readonly confirmed: ReadonlyMap<number, ConfirmedPart>;
}

/** Undefined for bytes that are no file of a disk: nobody could choose them again. */
export function identityOf(file: Blob): FileIdentity | undefined {
  return file instanceof File ? { name: file.name, sizeBytes: file.size, lastModified: file.lastModified } : undefined;
}

export function isSameFile(a: FileIdentity, b: FileIdentity): boolean {
  return a.name === b.name && a.sizeBytes === b.sizeBytes && a.lastModified === b.lastModified;
}
