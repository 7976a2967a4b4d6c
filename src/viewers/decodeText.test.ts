import { expect, test } from 'vitest';
import { decodeText } from './decodeText.ts';

const of = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);

test.each([
  ['UTF-8', new TextEncoder().encode('蜜蜂 🐝'), false, { text: '蜜蜂 🐝', encoding: 'utf-8' }],
  [
    'UTF-8 cut within a letter',
    new TextEncoder().encode('蜂蜂').subarray(0, 5),
    true,
    { text: '蜂', encoding: 'utf-8' },
  ],
  [
    'UTF-16 with a mark',
    of(0xff, 0xfe, 0x41, 0, 0x1c, 0x87),
    false,
    { text: 'A蜜'.replace('蜜', '\u871c'), encoding: 'utf-16le' },
  ],
  ['GB 18030', of(0xc3, 0xdb, 0xb7, 0xe4), false, { text: '蜜蜂', encoding: 'gb18030' }],
  ['Latin letters', of(0x63, 0x61, 0x66, 0xe9), false, { text: 'café', encoding: 'windows-1252' }],
  ['with a NUL', of(0x41, 0, 0x42), false, undefined],
  ['many controls', of(1, 2, 3, 0x41), false, undefined],
  ['nothing', of(), false, { text: '', encoding: 'utf-8' }],
])('%s', (_, bytes, isCut, expected) => {
  expect(decodeText(bytes, isCut)).toEqual(expected);
});
