import { expect, test } from 'vitest';
import { parseConfig } from '#config/parseConfig.ts';
import { securityHeaders } from '#config/securityHeaders.ts';
import { compareHeaders, missingSources, weakDirectives } from './compareHeaders.ts';

const ORIGIN = 'https://files.example.com';
const config = parseConfig(
  {
    endpoint: { url: 'https://keys.example.com/c' },
    connections: [{ id: 'm', bucket: 'media-1250000000', region: 'ap-guangzhou' }],
  },
  ORIGIN,
);
const expected = securityHeaders(config, ORIGIN);
const CSP = 'Content-Security-Policy';

test('headers that are as they should be, stricter, or in another order, are no finding', () => {
  expect(compareHeaders(expected, new Headers(expected))).toEqual([]);
  const stricter = {
    ...expected,
    'Strict-Transport-Security': 'max-age=99999999; preload',
    'Permissions-Policy': `${expected['Permissions-Policy']}, fullscreen=()`,
    [CSP]: (expected[CSP] ?? '').split('; ').toReversed().join(';  '),
  };
  expect(compareHeaders(expected, new Headers(stricter))).toEqual([]);
});

test.each(Object.keys(expected))('%s is missed', (name) => {
  const headers = new Headers(expected);
  headers.delete(name);
  expect(compareHeaders(expected, headers)).toEqual([name]);
});

test.each([
  ["script-src 'self' 'unsafe-inline'", ['script-src']],
  ["script-src 'none'", []],
  ["script-src 'self'; script-src *", []],
  ['', ['script-src']],
])('%s is compared with script-src self', (actual, weak) => {
  expect(weakDirectives("script-src 'self'", actual)).toEqual(weak);
});

test.each([
  [expected[CSP] ?? '', []],
  [(expected[CSP] ?? '').replace('https://keys.example.com', ''), ['https://keys.example.com']],
  ["connect-src 'self' https:", []],
  ["default-src 'self' https:", []],
  ['', []],
])('what %s cuts off', (policy, hosts) => {
  expect(missingSources(expected, new Headers({ [CSP]: policy }))).toEqual(hosts);
});
