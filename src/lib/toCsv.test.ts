import { expect, test } from 'vitest';
import { toCsv } from './toCsv.ts';

test('every cell is quoted, lines end with CRLF, and the text says that it is UTF-8', () => {
  expect(
    toCsv([
      ['a', 'b "c"'],
      ['1,2', '你\nb'],
    ]),
  ).toBe('\uFEFF"a","b ""c"""\r\n"1,2","你\nb"\r\n');
});

test.each([
  '=HYPERLINK("http://evil.invalid")',
  '+1',
  '-1',
  '@x',
  '\t=1',
  '\r=1',
  '  =1',
  '\n=1',
  '\u00a0=1',
  '\uFF1D1',
  '\uFEFF=1',
])('%j cannot start a formula', (name) => {
  expect(toCsv([[name]])).toBe(`\uFEFF"'${name.replaceAll('"', '""')}"\r\n`);
});

test.each(['a=b', '1+1', 'plain', '', "'quoted", 'a\t=', '(1)'])('%j stays as it is', (name) => {
  expect(toCsv([[name]])).toBe(`\uFEFF"${name}"\r\n`);
});
