/**
 * Reads a body to an array: up to `wanted` bytes of it, behind the first `skip`. What comes after them is not waited for,
 * and a body that is shorter gives what it has.
 */
export async function collectBytes(
  body: ReadableStream<Uint8Array>,
  skip: number,
  wanted: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(Math.max(0, wanted));
  const reader = body.getReader();
  let at = -skip;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, Math.max(0, at));
    const usable = at < 0 ? value.subarray(-at) : value;
    bytes.set(usable.subarray(0, bytes.length - Math.max(0, at)), Math.max(0, at));
    at += value.length;
    if (at < bytes.length) continue;
    await reader.cancel();
    return bytes;
  }
}
