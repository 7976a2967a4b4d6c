import { describe, expect, test } from 'vitest';
import { TRUSTED_TYPES_POLICY } from '#lib/trustedWorkerUrl.ts';
import { parseConfig } from './parseConfig.ts';
import { securityHeaders } from './securityHeaders.ts';

const PAGE = 'https://beeline.example';

function directivesOf(headers: Record<string, string>): Map<string, string[]> {
  const text = headers['Content-Security-Policy'] ?? '';
  return new Map(
    text.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );
}

describe('securityHeaders', () => {
  const config = parseConfig(
    {
      endpoint: { url: 'https://keys.example/sts?secret-path' },
      connections: [
        { id: 'a', bucket: 'a-1250000000', region: 'ap-guangzhou' },
        { id: 'b', bucket: 'b-1250000000', region: 'ap-guangzhou', hosts: ['https://files.example'] },
      ],
    },
    PAGE,
  );
  const hosts = [
    'https://a-1250000000.cos.ap-guangzhou.myqcloud.com',
    'https://a-1250000000.cos.ap-guangzhou.tencentcos.cn',
    'https://files.example',
  ];

  test('the page connects to itself, the endpoint and the buckets, and to nobody else', () => {
    const directives = directivesOf(securityHeaders(config, PAGE));
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('connect-src')).toEqual(["'self'", 'https://keys.example', ...hosts]);
    expect(directives.get('img-src')).toEqual(["'self'", 'blob:', ...hosts]);
    expect(directives.get('media-src')).toEqual(['blob:', ...hosts]);
  });

  test('no inline script, no eval, no foreign frame, one Trusted Types policy', () => {
    const headers = securityHeaders(config, PAGE);
    const directives = directivesOf(headers);
    expect(headers['Content-Security-Policy']).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|data:/);
    expect(directives.get('trusted-types')).toEqual([TRUSTED_TYPES_POLICY]);
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
  });

  test('buckets that people may type are covered by their regions', () => {
    const open = parseConfig(
      {
        endpoint: { url: '/credentials' },
        connections: [{ id: 'a', bucket: 'a-1250000000', region: 'ap-guangzhou', hosts: ['https://files.example'] }],
        otherBuckets: { regions: ['ap-beijing'] },
      },
      PAGE,
    );
    const sources = [
      'https://files.example',
      'https://*.cos.ap-beijing.myqcloud.com',
      'https://*.cos.ap-beijing.tencentcos.cn',
    ];
    const directives = directivesOf(securityHeaders(open, PAGE));
    expect(directives.get('connect-src')).toEqual(["'self'", ...sources]);
    expect(directives.get('media-src')).toEqual(['blob:', ...sources]);
    expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  });

  test('HSTS is promised for https only', () => {
    expect(securityHeaders(config, PAGE)).toHaveProperty('Strict-Transport-Security');
    expect(securityHeaders(config, 'http://localhost:5173')).not.toHaveProperty('Strict-Transport-Security');
  });

  test('an endpoint on the page’s own origin is covered by self', () => {
    const own = parseConfig(
      {
        endpoint: { url: '/credentials' },
        connections: [{ id: 'a', bucket: 'a-1250000000', region: 'ap-guangzhou', hosts: ['http://a.localhost:9000'] }],
      },
      'http://localhost:5173',
    );
    const directives = directivesOf(securityHeaders(own, 'http://localhost:5173'));
    expect(directives.get('connect-src')).toEqual(["'self'", 'http://a.localhost:9000']);
  });
});
