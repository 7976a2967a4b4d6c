import { expect, test } from 'vitest';
import { sniffBytes } from './sniffBytes.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['\x89PNG\r\n\x1a\n', { kind: 'image', type: 'image/png' }],
  ['\xff\xd8\xff\xe0', { kind: 'image', type: 'image/jpeg' }],
  ['GIF89a', { kind: 'image', type: 'image/gif' }],
  ['RIFF\0\0\0\0WEBPVP8 ', { kind: 'image', type: 'image/webp' }],
  ['RIFF\0\0\0\0WAVEfmt ', { kind: 'audio', type: 'audio/wav' }],
  ['\0\0\0\x1cftypavif', { kind: 'image', type: 'image/avif' }],
  ['\0\0\0\x1cftypheic', { kind: 'binary', format: 'HEIF' }],
  ['\0\0\0\x1cftypisom', { kind: 'video', type: 'video/mp4' }],
  ['\0\0\0\x1cftypM4A ', { kind: 'audio', type: 'audio/mp4' }],
  ['\x1a\x45\xdf\xa3....\x42\x82\x84webm', { kind: 'video', type: 'video/webm' }],
  ['OggS.................OpusHead', { kind: 'audio', type: 'audio/ogg' }],
  ['ID3\x04', { kind: 'audio', type: 'audio/mpeg' }],
  ['\xff\xfb\x90\x00', { kind: 'audio', type: 'audio/mpeg' }],
  ['\xff\xfe<\0', { kind: 'unknown' }],
  ['BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0', { kind: 'image', type: 'image/bmp' }],
  ['BM is a company', { kind: 'unknown' }],
  ['%PDF-1.7', { kind: 'pdf' }],
  ['<!doctype html>%PDF-1.7', { kind: 'unknown' }],
  ['<svg xmlns="http://www.w3.org/2000/svg">', { kind: 'unknown' }],
  ['PK\x03\x04', { kind: 'binary', format: 'ZIP' }],
  ['', { kind: 'unknown' }],
])('%j', (head, expected) => {
  expect(sniffBytes(latin(head))).toEqual(expected);
});
