/** Thrown when a body is larger than its reader will take. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`The body is larger than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}

/**
 * Reads a body as UTF-8 (a byte order mark is dropped) and stops the transfer at `maxBytes`, so that a hostile or
 * mistaken server cannot fill our memory. `onBytes` hears of each chunk: any byte is a sign of life.
 */
export async function readLimitedText(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  onBytes?: (chunkBytes: number) => void,
): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let readBytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    readBytes += value.byteLength;
    onBytes?.(value.byteLength);
    if (readBytes > maxBytes) {
      // The refusal is what matters; whether the connection also closes cleanly is not.
      reader.cancel().catch(() => {});
      throw new BodyTooLargeError(maxBytes);
    }
    text += decoder.decode(value, { stream: true });
  }
}
