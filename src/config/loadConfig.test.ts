import { describe, expect, test } from 'vitest';
import { loadConfig } from './loadConfig.ts';

const PAGE = 'https://beeline.example';
const GOOD = JSON.stringify({
  endpoint: { url: '/credentials' },
  connections: [{ id: 'a', bucket: 'a-1250000000', region: 'ap-guangzhou' }],
});

function load(answer: () => Promise<Response>, url = `${PAGE}/config.json`) {
  return loadConfig({ url, pageOrigin: PAGE, fetch: answer });
}

describe('loadConfig', () => {
  test('fetches fresh, from our own origin, following nothing', async () => {
    const asked: unknown[] = [];
    const config = await loadConfig({
      url: `${PAGE}/config.json`,
      pageOrigin: PAGE,
      fetch: (url, init) => {
        asked.push(url, init);
        return Promise.resolve(new Response(`\ufeff${GOOD}`));
      },
    });
    expect(config.connections[0]?.bucket).toBe('a-1250000000');
    expect(asked).toMatchObject([`${PAGE}/config.json`, { cache: 'no-cache', redirect: 'error' }]);
  });

  test.each<[string, () => Promise<Response>, string]>([
    ['no server', () => Promise.reject(new TypeError('Failed to fetch')), 'could not be fetched'],
    ['a missing file', () => Promise.resolve(new Response('Not found', { status: 404 })), 'is missing'],
    ['a broken server', () => Promise.resolve(new Response('', { status: 500 })), 'answered 500'],
    ['the start page instead', () => Promise.resolve(new Response('<!doctype html><p>')), 'is a web page'],
    ['cut JSON', () => Promise.resolve(new Response(GOOD.slice(0, -5))), 'is not complete, valid JSON'],
    ['an empty file', () => Promise.resolve(new Response('')), 'is not complete, valid JSON'],
    ['a flood', () => Promise.resolve(new Response('x'.repeat(300_000))), 'could not be fetched'],
    [
      'a wrong field',
      () => Promise.resolve(new Response('{"endpoint":{"url":"/k"}}')),
      'config.json: connections is missing',
    ],
  ])('%s is a plain failure', async (_what, answer, words) => {
    await expect(load(answer)).rejects.toMatchObject({ failure: { kind: 'local', code: 'ConfigInvalid' } });
    await expect(load(answer)).rejects.toThrow(words);
  });

  test('another origin is never asked', async () => {
    const loading = load(() => Promise.reject(new Error('asked')), 'https://evil.example/config.json');
    await expect(loading).rejects.toThrow('own origin');
  });

  test('an abort is an abort', async () => {
    const signal = AbortSignal.abort();
    const loading = loadConfig({
      url: `${PAGE}/config.json`,
      pageOrigin: PAGE,
      fetch: () => Promise.reject(signal.reason as Error),
      signal,
    });
    await expect(loading).rejects.toBe(signal.reason);
  });
});
