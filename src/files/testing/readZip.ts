/**
 * The entries of a small ZIP file without compression, in the order of its directory. It checks that both headers of
 * an entry agree, which most readers do not.
 */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Uint8Array>();
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error('There is no end record');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const nameBytes = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + 46, at + 46 + nameBytes);
    const sizeBytes = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    const localName = bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true));
    const decoder = new TextDecoder();
    const headers = [at + 16, local + 14].map((crc) => bytes.subarray(crc, crc + 12).join());
    if (headers[0] !== headers[1] || decoder.decode(name) !== decoder.decode(localName)) {
      throw new Error(`The headers of ${decoder.decode(name)} differ`);
    }
    const dataAt = local + 30 + nameBytes + view.getUint16(local + 28, true);
    entries.set(decoder.decode(name), bytes.slice(dataAt, dataAt + sizeBytes));
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
