import type { DownloadPlace, WrittenBytes } from './DownloadSink.ts';

/** A file under construction that nobody sees yet. Write failures are `FailureError` `StorageUnavailable`. */
export interface StagedFile {
  readonly place: DownloadPlace;
  /** As of a `DownloadSink`. */
  readonly countsChecksums?: true;
  /** As of a `DownloadSink`. */
  readonly stagedAs?: string;
  readonly checksumOf?: (atByte: number, sizeBytes: number) => Promise<string>;
  readonly makeRoom?: (sizeBytes: number) => Promise<void>;
  readonly write: (bytes: Uint8Array<ArrayBuffer>, atByte: number) => Promise<WrittenBytes | void>;
  readonly truncate: (sizeBytes: number) => Promise<void>;
  /** No more writes; the finished bytes. */
  readonly finish: () => Promise<Blob>;
  readonly remove: () => Promise<void>;
}
