import type { ObjectKey } from '#cos/objectKey.ts';
import type { PlannedPart } from './planParts.ts';
import type { UploadOptions } from './UploadOptions.ts';

/** One upload, and what is known about it between its runs. */
export interface UploadJob {
  readonly direction: 'upload';
  readonly connectionId: string;
  /** What a person calls it. */
  readonly name: string;
  /** Another one after the person started over with what the file has become. */
  file: Blob;
  readonly contentType?: string;
  readonly options?: UploadOptions;
  /** The browser's way to open the same file after a reload, where it has one. */
  readonly getHandle?: () => Promise<FileSystemFileHandle | undefined>;
  /** The unfinished upload to go on with, whatever the clock of the file says. */
  readonly resumes?: string;
  /** Where it goes; another number after each conflict when both are kept. */
  key: ObjectKey;
  onExisting: 'ask' | 'replace' | 'keep-both';
  readonly numbersItself?: boolean;
  /** The multipart upload that is open on the server, if any. */
  multipart?: MultipartUpload;
  /** An Initiate under way. It outlives a pause, so that an upload it begins is not forgotten. */
  beginning?: Promise<{ readonly uploadId: string }>;
  /** The names of its place could not be listed, and the bucket may keep versions; see `[Note: The last look]`. */
  readonly looksFirst?: boolean;
  /** The key that was free when it was last looked for. */
  freeKey?: ObjectKey;
  /** Sent whole: every byte has left at least once, so the object may be there whatever was answered. */
  hasLeft?: boolean;
  /** The checksum of the whole file, once it was counted. */
  crc64?: string;
  /** `key` changed: tell whoever shows it. */
  readonly renamed: (key: ObjectKey) => void;
  /** The table of parts was cut anew; no part of the new cut has left yet. */
  readonly replanned?: (upload: MultipartUpload) => void;
  /**
   * Abort this upload on the server, in the background and through outages. Never rejects; settles when it is gone or
   * the server refuses.
   */
  readonly discard: (key: ObjectKey, uploadId: string) => Promise<void>;
}

export interface MultipartUpload {
  readonly uploadId: string;
  /** Covers the file. The end that was not sent yet may be cut anew. */
  plan: readonly PlannedPart[];
  /** Bigger parts did not get through before the keys ended. Whole MiB. */
  mostPartBytes?: number;
  /** Parts the server has confirmed, by part number. */
  readonly confirmed: Map<number, ConfirmedPart>;
  /** A Complete was sent and its answer not read: the object may be there already. */
  completeSent: boolean;
  /** Comes from the journal and was not compared with the server yet: only journaled parts count then. */
  isRestored: boolean;
  /** Journaled parts whose bytes were not compared with the file yet. Complete waits for them. */
  readonly unchecked: Set<number>;
}

export interface ConfirmedPart {
  readonly sizeBytes: number;
  /** Absent while the CORS rule hides it and ListParts was not asked. */
  readonly etag?: string;
  /** Of our own bytes. Absent when not counted yet. */
  readonly crc64?: string;
}

/** Whether the object may be in the bucket although no answer has said so. */
export function mayHaveArrived({ multipart, hasLeft }: UploadJob): boolean {
  return hasLeft === true || multipart?.completeSent === true;
}

/** True when the person, or the caller, has not allowed an object of this name to be replaced. */
export function forbidsOverwrite(job: UploadJob): boolean {
  return job.onExisting !== 'replace';
}
