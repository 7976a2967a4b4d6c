import { expect, test } from 'vitest';
import { writeLinkList, type LinkListFormat } from './writeLinkList.ts';

const expiresAt = new Date('2026-01-01T12:00:00Z');
const columns = ['Name', 'Ends', 'Link'] as const;
const url = (at: number): string => `https://a.example/${at}?q-sign-time=1%3B2`;

async function written(format: LinkListFormat, names: readonly string[]): Promise<string> {
  const links = names.map((name, at) => ({ key: `team/${name}`, url: url(at) }));
  return (await writeLinkList(format, { links, prefix: 'team/', expiresAt, columns })).join('');
}

test('text: one link a line', async () => {
  expect(await written('text', ['a', 'b'])).toBe(`${url(0)}\n${url(1)}\n`);
});

test('CSV: no cell begins a formula, however it is called', async () => {
  const csv = await written('csv', ['=HYPERLINK("x")', '+1', '-1', '@x', '\t=', '\r=', 'a "b",\nc']);
  expect(csv.startsWith('\uFEFF"Name","Ends","Link"\r\n')).toBe(true);
  expect(csv).not.toMatch(/"[\s]*[=+\-@]/);
  expect(csv).toContain(`"a ""b"",\nc","2026-01-01T12:00:00.000Z","${url(6)}"\r\n`);
});

test('JSON: parses, with the end and every key as it is', async () => {
  const names = Array.from({ length: 600 }, (_, at) => `f/"${at}"`);
  const parsed = JSON.parse(await written('json', names)) as { expiresAt: string; links: unknown[] };
  expect(parsed.expiresAt).toBe('2026-01-01T12:00:00.000Z');
  expect(parsed.links).toHaveLength(600);
  expect(parsed.links[599]).toEqual({ name: 'f/"599"', key: 'team/f/"599"', url: url(599) });
});

test('JSON of nothing parses too', async () => {
  expect(JSON.parse(await written('json', []))).toMatchObject({ links: [] });
});

test('Markdown: a list, the names escaped', async () => {
  expect(await written('markdown', ['a', '](x) [y'])).toBe(`- [a](${url(0)})\n- [\\]\\(x\\) \\[y](${url(1)})\n`);
});

test('aria2: a path below the folder for each, none twice, no option slipped in', async () => {
  const names = ['sub/a.txt', '../../etc/passwd', 'A.txt', 'a.txt', 'x\n  dir=/', ' out=y'];
  const lines = (await written('aria2', names)).split('\n');
  expect(lines.filter((_line, at) => at % 2 === 0).slice(0, -1)).toEqual(names.map((_name, at) => url(at)));
  const outs = lines.filter((_line, at) => at % 2 === 1);
  expect(outs).toEqual([
    '  out=sub/a.txt',
    '  out=etc/passwd',
    '  out=A.txt',
    '  out=a (1).txt',
    expect.stringMatching(/^ {2}out=x_ {2}dir=\/?_?/),
    '  out=out=y',
  ]);
});
