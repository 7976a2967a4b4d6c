/** What became of bytes that are written. */
export interface WrittenBytes {
  /** CRC-64/ECMA, unsigned decimal; with `countsChecksums`. */
  readonly crc64?: string;
  /** The same memory, which the sink does not need any more. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where downloaded bytes go. Nothing is visible under the final name before `commit`. */
export interface DownloadSink {
  readonly place: DownloadPlace;
  /** Asked before the first request: a file of this name and size is there already. Absent: there never is. */
  isThere?(sizeBytes: number): Promise<boolean>;
  /** The name on disk, once `isThere` has looked; absent where it is the object's own. */
  savedAs?(): string;
  /** The name under which its bytes outlive the page; absent where they do not. */
  readonly stagedAs?: string;
  /** Asked before the first write: rejects with `StorageUnavailable` when there is not enough room for so much. */
  makeRoom?(sizeBytes: number): Promise<void>;
  /** CRC-64/ECMA of bytes that an earlier page wrote, unsigned decimal. With `stagedAs` only. */
  checksumOf?(atByte: number, sizeBytes: number): Promise<string>;
  /** `write` takes the buffer of its bytes away, and resolves with it and the CRC-64. */
  readonly countsChecksums?: true;
  /** Only `write`s that follow each other without a gap or a step back. Else they may come in any order. */
  readonly inOrder?: true;
  /** The server has said how large the object is. Called before the first write. */
  begins?(sizeBytes: number): void;
  /**
   * Writes may come in any order and overlap in time; writing the same place again replaces it. A sink that answers
   * nothing keeps the bytes.
   */
  write(bytes: Uint8Array<ArrayBuffer>, atByte: number): Promise<WrittenBytes | void>;
  /** The file is exactly this long: drops what an earlier, longer try left behind. Called before `commit`. */
  truncate(sizeBytes: number): Promise<void>;
  /** Puts the finished file where the person wanted it. Called once. */
  commit(): Promise<void>;
  /** The person ends the transfer: a write that waits for the browser is rejected. Removing comes later. */
  giveUp?(): void;
  /** Removes every trace. Safe to call at any time, also twice. */
  discard(): Promise<void>;
}

/**
 * `chosen-file`: straight into the file the person picked. `staged`: the browser's private file system first, then the
 * browser's own download. `stream`: into the browser's own download as they come. `memory`: where there is neither.
 * `chosen-folder`: one of many files.
 */
export type DownloadPlace = 'chosen-file' | 'chosen-folder' | 'staged' | 'stream' | 'memory';
