import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { imageSize } from './imageSize.ts';
import type { ImageType } from './Sniffed.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each<[ImageType, string, number, number]>([
  ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\x90', 640, 400],
  ['image/gif', 'GIF89a\x80\x02\x90\x01', 640, 400],
  ['image/jpeg', '\xff\xd8\xff\xe0\0\x04xx\xff\xc2\0\x11\x08\x01\x90\x02\x80', 640, 400],
  ['image/bmp', 'BM................\x80\x02\0\0\x70\xfe\xff\xff', 640, 400],
  ['image/webp', 'RIFF....WEBPVP8X\x0a\0\0\0....\x7f\x02\0\x8f\x01\0', 640, 400],
  ['image/webp', 'RIFF....WEBPVP8 .......\x9d\x01\x2a\x80\x02\x90\x01', 640, 400],
  ['image/avif', '\0\0\0\x14ispe\0\0\0\0\0\0\x02\x80\0\0\x01\x90', 640, 400],
])('%s', (type, head, width, height) => {
  expect(imageSize(latin(head), type)).toEqual({ width, height });
});

test('any bytes at all give a size or none, and end', () => {
  const types: ImageType[] = [
    'image/png',
    'image/gif',
    'image/jpeg',
    'image/bmp',
    'image/webp',
    'image/avif',
    'image/x-icon',
  ];
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...types), (bytes, type) => {
      const found = imageSize(bytes, type);
      expect(found === undefined || Number.isFinite(found.width * found.height)).toBe(true);
    }),
  );
});
