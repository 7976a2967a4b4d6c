import type { ObjectKey } from '#cos/objectKey.ts';
import type { DownloadSink } from '#files/DownloadSink.ts';

/** One download, and what is known about it between its runs. */
export interface DownloadJob {
  readonly direction: 'download';
  readonly connectionId: string;
  readonly name: string;
  readonly key: ObjectKey;
  readonly sink: DownloadSink;
  /** As listed; the first answer of the server overrules it. */
  readonly sizeBytes: number;
  /** It is saved under another name than it was announced with: tell whoever shows it. */
  readonly renamed: (name: string) => void;
  /** The object this download began with, once the server has answered. */
  object?: DownloadedObject;
}

export interface DownloadedObject {
  readonly sizeBytes: number;
  readonly etag?: string;
  readonly crc64?: string;
  /** Of the first answer. */
  readonly requestId?: string;
  readonly blocks: readonly DownloadBlock[];
}

/** A piece of the object: fetched, checked for length, hashed and written as one. */
export interface DownloadBlock {
  readonly start: number;
  readonly end: number;
  /** Bytes read so far of a block that is under way; kept between attempts, so that none is fetched twice. */
  buffer?: Uint8Array<ArrayBuffer>;
  filled: number;
  isWritten: boolean;
  /** An earlier page has written it; whether it is there still has to be read. */
  isUnchecked?: boolean;
  crc64?: string;
}
