import { describe, expect, test } from 'vitest';
import { HOSTINGS, hostSnippet } from './hostSnippets.ts';
import { parseConfig } from './parseConfig.ts';
import { securityHeaders } from './securityHeaders.ts';

const ORIGIN = 'https://files.example.com';
const config = parseConfig(
  {
    endpoint: { url: '/credentials' },
    connections: [{ id: 'media', bucket: 'media-1250000000', region: 'ap-guangzhou' }],
  },
  ORIGIN,
);
const headers = securityHeaders(config, ORIGIN);

describe('hostSnippet', () => {
  test.each(HOSTINGS)('%s carries every header, whole', (hosting) => {
    const snippet = hostSnippet(hosting, headers);
    for (const [name, value] of Object.entries(headers)) {
      const line = snippet.split('\n').find((each) => each.includes(`${name}:`) || each.includes(`${name} "`));
      expect(`${name}: ${line}`).toContain(value);
    }
    expect(snippet).toContain('max-age=31536000, immutable');
    expect(snippet).toContain('no-cache');
  });

  test('nginx: one statement a line, each ended, none in a location', () => {
    const lines = hostSnippet('nginx', headers).split('\n');
    expect(lines.filter((line) => !/^(?:set|add_header) .*;$|^if \(.*\) \{ set .*; \}$/.test(line))).toEqual([]);
    expect(lines.filter((line) => (line.match(/"/g) ?? []).length % 2 === 1)).toEqual([]);
    expect(lines.filter((line) => line.startsWith('add_header') && !line.endsWith(' always;'))).toEqual([]);
  });

  test('a headers file never gives one path two rules for caching, and stays below the length of a line', () => {
    const lines = hostSnippet('headers-file', headers).split('\n');
    const paths = lines.filter((line) => line.startsWith('/'));
    expect(new Set(paths).size).toBe(paths.length);
    const everywhere = lines.slice(1, lines.indexOf('/'));
    expect(everywhere.filter((line) => line.includes('Cache-Control'))).toEqual([]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2000);
  });

  test.each(['a"b', 'a\nb', 'a$b', 'a{b'])('a value that would break out is refused: %j', (value) => {
    expect(() => hostSnippet('nginx', { 'X-Test': value })).toThrow(RangeError);
  });
});
