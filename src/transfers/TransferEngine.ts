import type { EngineWish } from './EngineWish.ts';
import type { DownloadSink } from '#files/DownloadSink.ts';
import type { ArchiveJob } from './ArchiveJob.ts';
import type { DownloadedObject } from './DownloadJob.ts';
import type { Transfer, TransferId } from './TransferState.ts';
import type { UploadOptions } from './UploadOptions.ts';
import type { JournalPlace } from './UploadJournal.ts';

/**
 * Moves bytes. A plain object: no React, no DOM, no module state. React reads a projection of it
 * (`createTransferStore.ts`) and commands it through these methods.
 */
export interface TransferEngine {
  addUploads(uploads: readonly UploadRequest[]): readonly TransferId[];
  addDownload(download: DownloadRequest): TransferId;
  /** Many at once, told as one event. */
  addDownloads(downloads: readonly DownloadRequest[]): readonly TransferId[];
  /** Many objects as one ZIP file: one transfer, whose size grows while the members become known. */
  addArchive(archive: ArchiveRequest): TransferId;
  /** Abort the requests, keep what the server has. No-op in a state that cannot pause. */
  pause(id: TransferId): void;
  resume(id: TransferId): void;
  /** After `failed`: go on from what is there. `replace` answers a 409 `FileAlreadyExists`. */
  retry(id: TransferId, answer?: { readonly onExisting: 'replace' | 'keep-both' }): void;
  /** Abort the requests, abort the multipart upload on the server, end as `cancelled`. */
  cancel(id: TransferId): void;
  /**
   * Paused because something changed (`FileDiffers`, `FileChanged`, `ObjectChanged`): discard what was moved and begin
   * again, an upload with `file` when it is given.
   */
  startOver(id: TransferId, file?: Blob): void;
  /** The file of an upload as it is now; undefined when the browser cannot open it by itself. */
  reopen(id: TransferId): Promise<File | undefined>;
  /** Waiting for another tab: write the object here, and let that tab wait. */
  takeOver(id: TransferId): void;
  /** Whoever waits for an outage or a sign-in to end asks now instead of in a minute. */
  tryNow(): void;
  /** Removes a multipart upload that no transfer owns, through outages. Rejects with a `FailureError` when refused. */
  discardUpload(place: JournalPlace): Promise<void>;
  skip(id: TransferId): void;
  /** Bits per second for all uploads together, for what leaves from now on; undefined lifts the limit. */
  limitUploads(bitsPerSecond: number | undefined): void;
  /**
   * `partBytes`: in whole MiB. `lanes`: requests with a body under way at once over all transfers; absent: as many as
   * the engine was made with.
   */
  shape(wish: EngineWish & { readonly lanes?: number | undefined }): void;
  pauseAll(): void;
  resumeAll(): void;
  cancelAll(): void;
  /** Commands given inside are told together: thousands of rows change at once, not one after the other. */
  batch(commands: () => void): void;
  /** Forget everything that is finished. */
  clearFinished(): void;
  /** Batches of plain data; state changes at once, progress coalesced to a few per second. */
  subscribe(listener: (events: readonly TransferEvent[]) => void): () => void;
  /** Abort everything without touching the server; the page is going away. */
  dispose(): void;
}

export interface UploadRequest {
  readonly connectionId: string;
  readonly key: string;
  readonly name: string;
  readonly file: Blob;
  readonly contentType?: string;
  readonly options?: UploadOptions;
  /** Opens the same file again after a reload, where the browser can. Asked for once a large upload has begun. */
  readonly getHandle?: () => Promise<FileSystemFileHandle | undefined>;
  /**
   * The `uploadId` of a journaled upload that this file belongs to, by the word of the person. Without it, the same
   * file (name, size, time) to the same key goes on by itself.
   */
  readonly resumes?: string;
  /** `ask`: write under forbid-overwrite and end as failed `FileAlreadyExists`, which asks the person. */
  readonly onExisting: 'ask' | 'replace' | 'keep-both';
  /** With `ask`: a name that is taken gets the next number by itself, because nobody here may decide about it. */
  readonly numbersItself?: boolean;
  /** Nobody has listed the names there, and the bucket may keep versions, which makes it ignore forbid-overwrite. */
  readonly looksFirst?: boolean;
}

export interface DownloadRequest {
  readonly connectionId: string;
  readonly key: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sink: DownloadSink;
  /** What an earlier page knew of the object and kept in the sink. */
  readonly begun?: DownloadedObject;
}

export interface ArchiveRequest extends Pick<ArchiveJob, 'sink' | 'members'> {
  readonly connectionId: string;
  /** The prefix its members have in common. */
  readonly prefix: string;
  /** Its file name. */
  readonly name: string;
}

export type TransferEvent =
  | { readonly type: 'added'; readonly transfers: readonly Transfer[] }
  | { readonly type: 'changed'; readonly transfer: Transfer }
  | { readonly type: 'removed'; readonly ids: readonly TransferId[] };
