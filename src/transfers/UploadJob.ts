import type { ObjectKey } from '#cos/objectKey.ts';
import type { PlannedPart } from './planParts.ts';

/** One upload, and what is known about it between its runs. */
export interface UploadJob {
  readonly direction: 'upload';
  readonly file: Blob;
  readonly contentType?: string;
  /** Where it goes; another number after each conflict when both are kept. */
  key: ObjectKey;
  onExisting: 'ask' | 'replace' | 'keep-both';
  /** The multipart upload that is open on the server, if any. */
  multipart?: MultipartUpload;
  /** The checksum of the whole file, once it was counted. */
  crc64?: string;
  /** `key` changed: tell whoever shows it. */
  readonly renamed: (key: ObjectKey) => void;
  /** Abort this upload on the server, in the background and through outages. */
  readonly discard: (key: ObjectKey, uploadId: string) => void;
}

export interface MultipartUpload {
  readonly uploadId: string;
  readonly plan: readonly PlannedPart[];
  /** Parts the server has confirmed, by part number. */
  readonly confirmed: Map<number, ConfirmedPart>;
  /** A Complete was sent and its answer not read: the object may be there already. */
  completeSent: boolean;
}

export interface ConfirmedPart {
  readonly sizeBytes: number;
  /** Absent while the CORS rule hides it and ListParts was not asked. */
  readonly etag?: string;
  /** Of our own bytes. Absent when not counted yet. */
  readonly crc64?: string;
}

/** True when the person, or the caller, has not allowed an object of this name to be replaced. */
export function forbidsOverwrite(job: UploadJob): boolean {
  return job.onExisting !== 'replace';
}
