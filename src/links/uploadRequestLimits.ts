/** Numbers of the address of an upload request. Anybody can write one, so what is read is bounded. */
export const uploadRequestLimits = {
  /** Of one form: 5 GB (COS documentation 14690), read the strict way. More than that cannot be asked for. */
  fileBytes: 5_000_000_000,
  noteLength: 1000,
  titleLength: 300,
  tokenLength: 8192,
  /** Of a fragment that is read. */
  fragmentLength: 32_000,
  /** What a fragment may unpack to. */
  fragmentBytes: 256 * 1024,
} as const;
