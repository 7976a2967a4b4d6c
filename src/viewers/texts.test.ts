import { expect, test } from 'vitest';
import { decodeEntities } from './decodeEntities.ts';
import { hexRows } from './hexRows.ts';
import { revealHidden } from './revealHidden.ts';
import { textBlocks } from './textBlocks.ts';
import { textFlavour } from './textFlavour.ts';

test('what is hidden is shown, what is not stays one piece', () => {
  expect(revealHidden('a\u202Eb\tc\n')).toEqual([
    { text: 'a', isMark: false },
    { text: '⟨U+202E⟩', isMark: true },
    { text: 'b\tc\n', isMark: false },
  ]);
  expect(revealHidden('')).toEqual([{ text: '', isMark: false }]);
});

test('a text becomes blocks of 200 lines, and loses none', () => {
  const lines = Array.from({ length: 450 }, (_, line) => `line ${line + 1}`);
  const blocks = textBlocks(`${lines.join('\r\n')}\r\n`);
  expect(blocks.map(({ firstLine, lineCount }) => [firstLine, lineCount])).toEqual([
    [1, 200],
    [201, 200],
    [401, 50],
  ]);
  expect(blocks.map(({ text }) => text).join('\n')).toBe(lines.join('\n'));
});

test.each([
  ['a.md', '# x', 'markdown'],
  ['a.txt', '<svg xmlns="x">', 'svg'],
  ['a.svg', '<?xml version="1.0"?><!-- c --><svg>', 'svg'],
  ['a.svg', '<html><svg>', 'code'],
  ['a.csv', 'a,b', 'csv'],
  ['data', '{"a":1}', 'json'],
  ['README', 'x', 'plain'],
  ['a.constructor', 'x', 'code'],
])('%s %s', (name, text, flavour) => {
  expect(textFlavour(name, text)).toBe(flavour);
});

test('character references become characters, once', () => {
  expect(decodeEntities('&amp;lt; &#60; &#x1F41D; &#0; &#xD800; &toString; &nbsp;')).toBe(
    '&lt; < 🐝 � � &toString; \u00A0',
  );
});

test('bytes in rows of sixteen', () => {
  expect(hexRows(Uint8Array.from({ length: 17 }, (_, at) => at + 0x40))).toEqual([
    { offset: '00000000', hex: '40 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f', ascii: '@ABCDEFGHIJKLMNO' },
    { offset: '00000010', hex: '50', ascii: 'P' },
  ]);
});
