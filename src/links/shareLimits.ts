/**
 * Numbers of the share page's format.
 *
 * [Note: How long an address may be] A fragment is never sent to a server, so no server limits it, and browsers take
 * megabytes. People send addresses through mail and chats: 8,000 characters is what RFC 9110 asks everything that handles
 * an address to support, so what we make is no longer, and the list goes into the bucket instead. What we read may be
 * longer, but not much: the fragment comes from anybody.
 */
export const shareLimits = {
  /** Of the whole address that is made, in characters. */
  addressLength: 8000,
  /** Of a fragment that is read. */
  fragmentLength: 64_000,
  /** What a fragment may unpack to. */
  fragmentBytes: 1024 * 1024,
  /** Of a list in the bucket, as it is stored and unpacked. */
  manifestBytes: 16 * 1024 * 1024,
  unpackedManifestBytes: 96 * 1024 * 1024,
  objects: 100_000,
  titleLength: 300,
  tokenLength: 8192,
} as const;
