/** What COS says about bytes it has just stored, an object or a part. */
export function writtenHeaders({
  etag,
  crc64,
}: {
  readonly etag: string;
  readonly crc64: string;
}): Record<string, string> {
  return { ETag: `"${etag}"`, 'x-cos-hash-crc64ecma': crc64 };
}
