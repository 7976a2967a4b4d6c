import { describe, expect, test } from 'vitest';
import { BodyTooLargeError, readLimitedText } from './readLimitedText.ts';

describe('readLimitedText', () => {
  test('joins letters cut between chunks and drops a byte order mark', async () => {
    const bytes = new TextEncoder().encode('\ufeff照片');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readLimitedText(body, 100)).toBe('照片');
  });

  test('stops an endless body at the limit', async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => {
        isCancelled = true;
      },
    });
    await expect(readLimitedText(body, 5000)).rejects.toBeInstanceOf(BodyTooLargeError);
    expect(isCancelled).toBe(true);
  });
});
