import type { DownloadPlace } from '#files/DownloadSink.ts';
import type { Failure } from '#lib/Failure.ts';
import type { UploadOptions } from './UploadOptions.ts';

/** A status carries exactly what is true in it. Changed only by `transferReducer`. */
export type TransferState =
  | { readonly status: 'queued' }
  | { readonly status: 'running'; readonly phase: RunningPhase; readonly progress: Progress }
  | {
      readonly status: 'waiting';
      readonly reason: WaitingReason;
      /** When the next attempt is made, if a clock ends the wait. */
      readonly until?: Date;
      /** Attempt about to be made, from 2; for "Retrying (2 of 8)". */
      readonly attempt?: number;
      readonly progress: Progress;
      readonly failure?: Failure;
    }
  | {
      readonly status: 'paused';
      readonly by: 'person' | 'question';
      readonly progress: Progress;
      readonly failure?: Failure;
    }
  | { readonly status: 'failed'; readonly failure: Failure; readonly resumable: boolean }
  | {
      readonly status: 'completed';
      readonly etag: string;
      readonly verified: boolean;
      readonly completedAt: Date;
      /** CRC-64/ECMA of the whole object as counted here, unsigned decimal. */
      readonly crc64?: string;
      /** `x-cos-request-id` of the request that made or opened the object. */
      readonly requestId?: string;
      /** Of an upload: nobody could tell whether an object of this name was there; it would be an older version now. */
      readonly isNameUnchecked?: boolean;
    }
  /**
   * `arrival`: all bytes had left when it was cancelled. `checking`: the bucket is asked, and may make it completed.
   * `unknown`: the bucket does not tell.
   */
  | { readonly status: 'cancelled'; readonly arrival?: 'checking' | 'unknown' }
  /** `alreadyThere`: a file of this name and size was on disk before. */
  | { readonly status: 'skipped'; readonly alreadyThere?: true };

export type RunningPhase = 'transferring' | 'verifying' | 'completing';
export type WaitingReason = 'offline' | 'credentials' | 'retry' | 'stalled' | 'other-tab' | 'host-down';

export interface Progress {
  /** Confirmed by the server plus sent and in flight; a running maximum, so it never falls. */
  readonly transferredBytes: number;
  readonly totalBytes: number;
  /** Averaged over the last seconds; absent until known. */
  readonly bytesPerSecond?: number;
}

export type TransferId = string;

/** One file's journey, as everybody outside the engine sees it. */
export interface Transfer {
  readonly id: TransferId;
  readonly direction: 'upload' | 'download';
  readonly connectionId: string;
  readonly key: string;
  /** What a person calls it: the file's own name. */
  readonly name: string;
  readonly sizeBytes: number;
  /** Of a download: where its bytes go, and so what it can survive. */
  readonly savedTo?: DownloadPlace;
  /** Of an upload: what it is written with, where that was chosen. */
  readonly options?: UploadOptions;
  readonly addedAt: Date;
  readonly state: TransferState;
}

export function isFinished(state: TransferState): boolean {
  return (
    state.status === 'completed' ||
    state.status === 'failed' ||
    state.status === 'cancelled' ||
    state.status === 'skipped'
  );
}
