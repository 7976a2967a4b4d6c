/** Text as zlib bytes (RFC 1950), whose checksum tells a link that was cut or mistyped. */
export async function packText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
