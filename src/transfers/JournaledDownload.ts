import type { ObjectKey } from '#cos/objectKey.ts';
import type { DownloadedObject } from './DownloadJob.ts';

/** What must be known to go on with a staged download after the page is gone. No secret is in it. */
export interface JournaledDownload {
  /** Of this shape; a record of another is left alone. */
  readonly version: 1;
  readonly connectionId: string;
  /** Where the connection led when it began; another place under the same id does not count. */
  readonly bucket: string;
  readonly region: string;
  readonly key: ObjectKey;
  readonly name: string;
  /** The name of the staged file. */
  readonly stagedAs: string;
  readonly object: Omit<DownloadedObject, 'blocks'>;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

/** Bytes from `start` to `end` (exclusive) are in the staged file, with this CRC-64/ECMA, unsigned decimal. */
export interface KeptRange {
  readonly start: number;
  readonly end: number;
  readonly crc64: string;
}

export interface RestoredDownload {
  readonly download: JournaledDownload;
  /** In the order of the object, without overlap. */
  readonly kept: readonly KeptRange[];
}
