import type { Failure } from '#lib/Failure.ts';

/** A multipart upload that no transfer of this page owns, as the person sees it. */
export interface UnfinishedUpload {
  readonly uploadId: string;
  readonly connectionId: string;
  readonly key: string;
  readonly name: string;
  /**
   * `journal`: begun by this browser, can go on once the file is there. `bucket`: all the bucket knows is that somebody
   * began it.
   */
  readonly source: 'journal' | 'bucket';
  /** When it began; absent where the bucket's answer cannot be read. */
  readonly startedAt?: Date;
  /** Of the whole file; known from the journal only. */
  readonly sizeBytes?: number;
  /** In the bucket already; absent until it was asked. */
  readonly sentBytes?: number;
  /** The browser can open the file by itself, after a click. */
  readonly hasHandle: boolean;
  /** It is being removed. */
  readonly isLeaving: boolean;
  /** What went wrong with the last thing asked of it. */
  readonly failure?: Failure;
}
