import { readLimitedText } from '#lib/readLimitedText.ts';

/** Text as zlib bytes (RFC 1950), whose checksum tells a link that was cut or mistyped. */
export async function packText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/**
 * Unpacks it, and stops at `maxBytes`: a thousand bytes can unpack to a million.
 *
 * @throws TypeError for bytes that are not whole; BodyTooLargeError
 */
export function unpackText(bytes: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<string> {
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return readLimitedText(unpacked, maxBytes);
}
