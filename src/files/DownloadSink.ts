/** Where downloaded bytes go. Nothing is visible under the final name before `commit`. */
export interface DownloadSink {
  write(bytes: Uint8Array, atByte: number): Promise<void>;
  commit(): Promise<void>;
  discard(): Promise<void>;
}
