import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  createTrustedWorker,
  registerTrustedServiceWorker,
  sameOriginUrl,
  TRUSTED_TYPES_POLICY,
} from './trustedWorkerUrl.ts';

const PAGE = 'https://beeline.example/app/';

afterEach(() => vi.unstubAllGlobals());

describe('sameOriginUrl', () => {
  test.each([
    ['/assets/hash.js', 'https://beeline.example/assets/hash.js'],
    ['./w.js', 'https://beeline.example/app/w.js'],
    ['https://beeline.example/w.js', 'https://beeline.example/w.js'],
  ])('%s is ours', (url, href) => {
    expect(sameOriginUrl(url, PAGE)).toBe(href);
  });

  test.each([
    'https://evil.example/w.js',
    '//evil.example/w.js',
    'http://beeline.example/w.js',
    'data:text/javascript,1',
    'blob:https://beeline.example/0',
    'javascript:1',
  ])('%s is refused', (url) => {
    expect(() => sameOriginUrl(url, PAGE)).toThrow(TypeError);
  });
});

describe('createTrustedWorker', () => {
  test('goes through one policy', () => {
    const urls: unknown[] = [];
    const policies: string[] = [];
    const createPolicy = (name: string, rules: { createScriptURL: (url: string) => string }): unknown => {
      policies.push(name);
      return { createScriptURL: (url: string) => ({ trusted: rules.createScriptURL(url) }) };
    };
    vi.stubGlobal('location', { href: PAGE });
    vi.stubGlobal('trustedTypes', { createPolicy });
    vi.stubGlobal('Worker', function FakeWorker(url: unknown) {
      urls.push(url);
    });
    createTrustedWorker('/a.js');
    createTrustedWorker('/b.js');
    vi.stubGlobal('navigator', {
      serviceWorker: { register: async (url: unknown, options: unknown) => urls.push(url, options) },
    });
    void registerTrustedServiceWorker('/s.js', { scope: '/s/' });
    expect(policies).toEqual([TRUSTED_TYPES_POLICY]);
    expect(urls).toEqual([
      { trusted: 'https://beeline.example/a.js' },
      { trusted: 'https://beeline.example/b.js' },
      { trusted: 'https://beeline.example/s.js' },
      { scope: '/s/' },
    ]);
    expect(() => createTrustedWorker('https://evil.example/w.js')).toThrow(TypeError);
  });
});
