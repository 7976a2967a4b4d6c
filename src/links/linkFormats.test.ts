import { execFileSync } from 'node:child_process';
import { constantFrom, sample, string } from 'fast-check';
import { Marked } from 'marked';
import { expect, test } from 'vitest';
import { formatLink } from './linkFormats.ts';
import { quoteForShell } from './quoteForShell.ts';

const url = 'https://a.example/a%20b%27%29.txt?response-content-type=text%2Fplain&q-sign-time=1%3B2';

const HOSTILE = [
  "it's",
  '"; rm -rf ~; echo "',
  '$(touch pwned)`touch pwned`',
  "'; touch pwned; '",
  'a\nrm -rf ~',
  '-',
  '--help',
  '../../etc/passwd',
  '](javascript:alert(1)) [x',
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '&lt;b&gt;',
  '![pic](https://evil.example/x.png)',
  '`code` *bold* _it_ ~~s~~ \\ #',
  'https://evil.example/',
  'mail@evil.example',
  'x\u202Egnp.exe',
  '报告 2024.pdf',
  '',
];

/** The words a shell makes of a command line. */
function wordsOf(command: string): string[] {
  const script = `set -- ${command}; for word in "$@"; do printf '%s\\0' "$word"; done`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

test('curl and wget: one file name and the URL, whatever it is called, and nothing runs', () => {
  const commands = HOSTILE.flatMap((name) => [formatLink('curl', { url, name }), formatLink('wget', { url, name })]);
  const words = wordsOf(commands.join(' '));
  for (const name of HOSTILE) {
    const [curl, fail, location, output, file, curlUrl] = words.splice(0, 6);
    expect([name, curl, fail, location, output, curlUrl]).toEqual([
      name,
      'curl',
      '--fail',
      '--location',
      '--output',
      url,
    ]);
    expect(words.splice(0, 3)).toEqual(['wget', `--output-document=${file}`, url]);
    // oxlint-disable-next-line no-control-regex -- no such character may reach a terminal
    expect(file).toMatch(/^\.\/[^/\u0000-\u001f]+$/);
  }
  expect(words).toEqual([]);
});

test('any text is one word', () => {
  const sign = constantFrom("'", '"', '\\', '$', '`', '\n', ' ', '!', '-', '*', '(', ';', '&', 'a', '报');
  const texts = sample(string({ unit: sign, maxLength: 20 }), 300);
  expect(wordsOf(texts.map(quoteForShell).join(' '))).toEqual(texts);
});

test.each(HOSTILE)('Markdown of %j: one link, its text the name and nothing else', (name) => {
  const tokens = new Marked().lexer(formatLink('markdown', { url, name }));
  expect(tokens).toHaveLength(1);
  const inner = tokens[0]?.type === 'paragraph' ? (tokens[0].tokens ?? []) : [];
  expect(inner.map(({ type }) => type)).toEqual(['link']);
  const link = inner[0] as { href: string; tokens: { type: string }[] };
  expect(link.href).toBe(url);
  expect(link.tokens.filter(({ type }) => type !== 'text' && type !== 'escape')).toEqual([]);
});

test.each(HOSTILE)('HTML of %j: one element, and the name is text', (name) => {
  const html = formatLink('html', { url, name });
  const match = /^<a href="([^"<>]*)" rel="noopener noreferrer">([^<>"']*)<\/a>$/.exec(html);
  expect(match?.[1]?.replaceAll('&amp;', '&')).toBe(url);
  expect(match?.[2]?.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/&/);
});
