import { array, assert, integer, oneof, property } from 'fast-check';
import { expect, test } from 'vitest';
import { displayName } from './displayName.ts';

test.each([
  ['report.pdf', 'report.pdf'],
  ['报告 2026.pdf', '报告 2026.pdf'],
  ['', ''],
  ['a\u0000b', 'a␀b'],
  ['a\tb\r\n', 'a␉b␍␊'],
  ['\u007f', '␡'],
  ['x\u202Egnp.exe', 'x⟨U+202E⟩gnp.exe'],
  ['\u2066a\u2069', '⟨U+2066⟩a⟨U+2069⟩'],
  ['a\u200Bb', 'a⟨U+200B⟩b'],
  ['a\u200Db', 'a⟨U+200D⟩b'],
  ['\uFEFFa', '⟨U+FEFF⟩a'],
  [' a b ', '␣a b␣'],
  ['   ', '␣␣␣'],
  ['a\u00A0', 'a⟨U+00A0⟩'],
  ['\uFFFE', '⟨U+FFFE⟩'],
  ['a\uD800b', 'a⟨U+D800⟩b'],
  ['👨‍👩‍👧.png', '👨‍👩‍👧.png'],
  ['🏳️‍🌈', '🏳️‍🌈'],
  ['می‌خواهم', 'می‌خواهم'],
  ['a\u2028b', 'a⟨U+2028⟩b'],
  ['a\u0085b', 'a⟨U+0085⟩b'],
])('%j reads %j', (name, expected) => {
  expect(displayName(name).text).toBe(expected);
});

test('no name can put a direction override or a line break on the page', () => {
  // Code units, so that lone surrogates come too; half of them from where format characters live.
  const codeUnit = oneof(integer({ min: 0, max: 0xffff }), integer({ min: 0x2000, max: 0x206f }));
  assert(
    property(array(codeUnit, { maxLength: 30 }), (codeUnits) => {
      expect(displayName(String.fromCharCode(...codeUnits)).text).not.toMatch(
        /[\p{Cc}\u202a-\u202e\u2028\u2029\u2066-\u2069]/u,
      );
    }),
  );
});

test('neighbouring plain characters are one piece', () => {
  expect(displayName('ab\u202Ecd').pieces).toEqual([
    { text: 'ab', isMark: false },
    { text: '⟨U+202E⟩', isMark: true },
    { text: 'cd', isMark: false },
  ]);
});
