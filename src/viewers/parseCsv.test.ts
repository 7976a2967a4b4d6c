import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from './parseCsv.ts';

test.each([
  [
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a;b\n"1;x";2',
    [
      ['a', 'b'],
      ['1;x', '2'],
    ],
  ],
  [
    'a\tb\n1\t',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  ['"say ""hi""",x\n', [['say "hi"', 'x']]],
  ['"two\nlines",x', [['two\nlines', 'x']]],
  ['"never closed, x\ny', [['never closed, x\ny']]],
  ['\uFEFFa,b', [['a', 'b']]],
  ['', []],
  ['a\n\nb', [['a'], [''], ['b']]],
])('%j', (text, rows) => {
  expect(parseCsv(text).rows).toEqual(rows);
});

test('gives back every table that was written by the rules', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', '=') });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      expect(parseCsv(text).rows).toEqual(rows);
    }),
  );
});
