import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from './safeFileName.ts';

test.each([
  ['report.pdf', 'report.pdf'],
  ['报告 🙂.pdf', '报告 🙂.pdf'],
  ['a/b\\c.txt', 'a_b_c.txt'],
  ['C:\\x.txt', 'C__x.txt'],
  ['../../etc/passwd', '__.._etc_passwd'],
  ['..', 'download'],
  ['', 'download'],
  ['   ', 'download'],
  ['.bashrc', '_bashrc'],
  ['x\u202Egnp.exe', 'xgnp.exe'],
  ['a\u0000b\u0007c\r\n.txt', 'a_b_c__.txt'],
  ['👩\u200d👩\u200d👧\u200d👦 1.txt', '👩\u200d👩\u200d👧\u200d👦 1.txt'],
  ['می\u200cخواهم.txt', 'می\u200cخواهم.txt'],
  ['a\u200db\u200c.txt\u200d', 'ab.txt'],
  ['👩\u200d', '👩'],
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['COM7.log', '_COM7.log'],
  ['console.log', 'console.log'],
  ['name. . ', 'name'],
  ['a"b<c>d|e?f*g:h', 'a_b_c_d_e_f_g_h'],
  ['\ud800.txt', '\ufffd.txt'],
])('%j is saved as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('a long name is not cut behind a joiner', () => {
  const safe = safeFileName('👩\u200d'.repeat(60));
  expect(safe).toMatch(/👩$/u);
  expect(safeFileName(safe)).toBe(safe);
});

test('a long name is cut between letters and keeps its extension', () => {
  const safe = safeFileName(`${'文🙂'.repeat(100)}.tar`);
  expect(safe).toMatch(/^(文|🙂)+\.tar$/u);
  expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(200);
});

const codePoint = fc.oneof(
  fc.integer({ min: 0, max: 127 }),
  fc.integer({ min: 0, max: 0x10ffff }),
  fc.constantFrom(0x200c, 0x200d, 0x200b, 0xfe0f, 0x1f469, 0x645),
);

test('any name becomes one that is safe everywhere, and stays as it is the second time', () => {
  fc.assert(
    fc.property(fc.array(codePoint, { maxLength: 90 }), (codePoints) => {
      const name = String.fromCodePoint(...codePoints);
      const safe = safeFileName(name);
      // oxlint-disable-next-line no-control-regex -- these are the characters it is about
      expect(safe).not.toMatch(/[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]|^[.\s]|[.\s]$|^$/);
      expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(200);
      expect(safeFileName(safe)).toBe(safe);
    }),
    { numRuns: 200 },
  );
});
