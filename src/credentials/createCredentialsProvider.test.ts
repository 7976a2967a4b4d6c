import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CredentialsEndpoint } from '#config/DeploymentConfig.ts';
import { someConnection } from '#config/testing/someConnection.ts';
import { toFailure } from '#lib/Failure.ts';
import type { RenewalTrouble } from './CredentialsProvider.ts';
import { createCredentialsProvider } from './createCredentialsProvider.ts';
import { createServerClock } from './createServerClock.ts';

const NOW = Date.UTC(2026, 0, 1);
const connection = { ...someConnection, prefix: 'team/' };
const endpoint: CredentialsEndpoint = {
  url: 'https://keys.example/sts?app=1',
  method: 'POST',
  headers: { 'x-beeline': '1' },
  withCredentials: false,
  signInUrl: 'https://keys.example/login',
  timeoutSeconds: 10,
};

let issued = 0;

function keysFor(lifeSeconds: number, changes: object = {}): Response {
  issued += 1;
  const startTime = Math.floor(Date.now() / 1000);
  return Response.json({
    credentials: { tmpSecretId: `id${issued}`, tmpSecretKey: 'key', sessionToken: `token${issued}` },
    startTime,
    expiredTime: startTime + lifeSeconds,
    ...changes,
  });
}

function setUp(
  answer: (count: number) => Response | Promise<Response>,
  changes: Partial<CredentialsEndpoint> = {},
  onRenewalFailed: (trouble: RenewalTrouble) => void = () => undefined,
) {
  const requests: { url: string; init: RequestInit }[] = [];
  const provider = createCredentialsProvider({
    endpoint: { ...endpoint, ...changes },
    clock: createServerClock(),
    now: Date.now,
    onRenewalFailed,
    probe: { probe: () => Promise.resolve('reachable') },
    fetch: (url, init = {}) => {
      requests.push({ url: url as string, init });
      return Promise.resolve(answer(requests.length));
    },
  });
  return { provider, requests };
}

beforeEach(() => {
  issued = 0;
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createCredentialsProvider', () => {
  test('200 cold callers make one request, which says what is wanted and no more', async () => {
    const { provider, requests } = setUp(() => keysFor(1800));
    const got = await Promise.all(Array.from({ length: 200 }, () => provider.get(connection, { purpose: 'browse' })));
    expect(new Set(got.map((keys) => keys.secretId))).toEqual(new Set(['id1']));
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url).toBe(endpoint.url);
    expect(requests[0]?.init).toMatchObject({
      method: 'POST',
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      headers: { 'Content-Type': 'application/json', 'x-beeline': '1' },
    });
    expect(JSON.parse(requests[0]?.init.body as string)).toEqual({
      bucket: 'a-1250000000',
      region: 'ap-guangzhou',
      prefix: 'team/',
      purpose: 'browse',
    });
  });

  test('GET asks in the query, keeping what the URL had', async () => {
    const { provider, requests } = setUp(() => keysFor(1800), { method: 'GET', withCredentials: true });
    await provider.get(connection, { purpose: 'share', keys: ['team/a b', 'team/照'], durationSeconds: 60 });
    const url = new URL(requests[0]?.url ?? '');
    expect([...url.searchParams]).toEqual([
      ['app', '1'],
      ['bucket', 'a-1250000000'],
      ['region', 'ap-guangzhou'],
      ['prefix', 'team/'],
      ['purpose', 'share'],
      ['keys', 'team/a b'],
      ['keys', 'team/照'],
      ['durationSeconds', '60'],
    ]);
    expect(requests[0]?.init).toMatchObject({ method: 'GET', credentials: 'include' });
    expect(requests[0]?.init.body).toBeUndefined();
  });

  test('each purpose is a question of its own; keys for one link are not kept', async () => {
    const { provider, requests } = setUp(() => keysFor(1800));
    await provider.get(connection, { purpose: 'browse' });
    await provider.get(connection, { purpose: 'upload' });
    await provider.get(connection, { purpose: 'share', keys: ['team/a'] });
    await provider.get(connection, { purpose: 'share', keys: ['team/a'] });
    await provider.get(connection, { purpose: 'browse' });
    expect(requests).toHaveLength(4);
  });

  test('keys are renewed ahead of their end', async () => {
    const { provider, requests } = setUp(() => keysFor(1800));
    await provider.get(connection, { purpose: 'browse' });
    vi.setSystemTime(NOW + 1430_000);
    expect((await provider.get(connection, { purpose: 'browse' })).secretId).toBe('id1');
    vi.setSystemTime(NOW + 1441_000);
    expect((await provider.get(connection, { purpose: 'browse' })).secretId).toBe('id2');
    expect(requests).toHaveLength(2);
  });

  test('a long part asks for a long life, and keys that cannot have it are not asked for again and again', async () => {
    const { provider, requests } = setUp(() => keysFor(1800));
    await provider.get(connection, { purpose: 'upload' });
    vi.setSystemTime(NOW + 900_000);
    await provider.get(connection, { purpose: 'upload', minimumLifeSeconds: 1000 });
    expect(requests).toHaveLength(2);
    vi.setSystemTime(NOW + 910_000);
    await provider.get(connection, { purpose: 'upload', minimumLifeSeconds: 86_400 });
    expect(requests).toHaveLength(2);
  });

  test('while renewal fails, living keys go on being used', async () => {
    const { provider } = setUp((count) => (count === 1 ? keysFor(1800) : new Response('', { status: 503 })));
    await provider.get(connection, { purpose: 'browse' });
    vi.setSystemTime(NOW + 1700_000);
    expect((await provider.get(connection, { purpose: 'browse' })).secretId).toBe('id1');
    vi.setSystemTime(NOW + 1801_000);
    await expect(provider.get(connection, { purpose: 'browse' })).rejects.toMatchObject({
      failure: { code: 'EndpointError', status: 503 },
    });
  });

  test('who listens is told of each renewal that failed while the keys live, and may ask once more', async () => {
    const troubles: RenewalTrouble[] = [];
    const { provider } = setUp(
      (count) => (count === 2 ? new Response('', { status: 503 }) : keysFor(1800)),
      {},
      (trouble) => troubles.push(trouble),
    );
    const keys = await provider.get(connection, { purpose: 'browse' });
    vi.setSystemTime(NOW + 1700_000);
    expect(await provider.get(connection, { purpose: 'browse' })).toBe(keys);
    expect(troubles).toMatchObject([{ failure: { code: 'EndpointError' } }]);
    expect(troubles[0]?.credentials).toBe(keys);
    // At once: the question waits for its turn.
    const again = troubles[0]?.again();
    await vi.advanceTimersByTimeAsync(1000);
    expect((await again)?.secretId).toBe('id2');
    expect(troubles).toHaveLength(1);
  });

  test('refused keys are forgotten, and an endpoint that gives them again is told apart', async () => {
    const { provider } = setUp((count) => {
      if (count === 3) issued = 1;
      return keysFor(1800);
    });
    const first = await provider.get(connection, { purpose: 'browse' });
    provider.evict(first);
    vi.setSystemTime(NOW + 2000);
    const second = await provider.get(connection, { purpose: 'browse' });
    expect(second.secretId).toBe('id2');
    provider.evict(second);
    vi.setSystemTime(NOW + 4000);
    await expect(provider.get(connection, { purpose: 'browse' })).rejects.toMatchObject({
      failure: { code: 'AccessWithdrawn' },
    });
  });

  test('one caller gives up, the others get their keys', async () => {
    let answer: ((response: Response) => void) | undefined;
    const { provider, requests } = setUp(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const abort = new AbortController();
    const impatient = provider.get(connection, { purpose: 'browse', signal: abort.signal });
    const patient = provider.get(connection, { purpose: 'browse' });
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    abort.abort();
    await expect(impatient).rejects.toBe(abort.signal.reason);
    answer?.(keysFor(1800));
    expect((await patient).secretId).toBe('id1');
  });

  test('keys that are over at once are asked for once more, then it is said', async () => {
    const { provider, requests } = setUp(() =>
      keysFor(1800, { startTime: undefined, expiredTime: Math.floor(NOW / 1000) - 100 }),
    );
    // The bucket was heard, so the clock is not the one to blame.
    const clock = createServerClock();
    clock.observe(new Date(NOW));
    const strict = createCredentialsProvider({
      endpoint,
      clock,
      now: Date.now,
      fetch: (url, init) => {
        requests.push({ url: url as string, init: init ?? {} });
        return Promise.resolve(keysFor(1800, { startTime: undefined, expiredTime: Math.floor(NOW / 1000) - 100 }));
      },
    });
    const getting = strict.get(connection, { purpose: 'browse' });
    const outcome = getting.catch((error: unknown) => toFailure(error).code);
    await vi.advanceTimersByTimeAsync(999);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toBe('KeysExpireAtOnce');
    expect(requests).toHaveLength(2);
    // Without having heard the bucket, a clock that runs ahead is likelier than dead keys.
    await expect(provider.get(connection, { purpose: 'browse' })).resolves.toMatchObject({ secretKey: 'key' });
  });

  test.each([2, -2])(
    'a machine clock that is set by %d h in mid-session makes no keys expire at once',
    async (hours) => {
      let steady = 0;
      const clock = createServerClock({ now: Date.now, steady: () => steady });
      let bucketMs = NOW;
      const provider = createCredentialsProvider({
        endpoint,
        clock,
        now: () => steady,
        fetch: () => {
          const startTime = Math.floor(bucketMs / 1000);
          return Promise.resolve(keysFor(1800, { startTime, expiredTime: startTime + 1800 }));
        },
      });
      clock.observe(new Date(bucketMs));
      await provider.get(connection, { purpose: 'browse' });
      vi.setSystemTime(NOW + hours * 3_600_000);
      await expect(provider.get(connection, { purpose: 'upload' })).resolves.toMatchObject({ secretKey: 'key' });
      // Nor do any live on after their end.
      steady += 1_799_000;
      bucketMs += 1_799_000;
      vi.setSystemTime(Date.now() + 1_799_000);
      const renewed = await provider.get(connection, { purpose: 'upload' });
      expect(renewed.expiresAt.getTime()).toBeGreaterThan(bucketMs + 1_000_000);
    },
  );

  test('keys for ten years are used as given, and it is said once', async () => {
    const warnings: unknown[] = [];
    const years = 10 * 365 * 86_400;
    const provider = createCredentialsProvider({
      endpoint,
      clock: createServerClock(),
      now: Date.now,
      onLongLife: (warning) => warnings.push(warning),
      fetch: () => Promise.resolve(keysFor(years)),
    });
    const { expiresAt } = await provider.get(connection, { purpose: 'browse' });
    await provider.get(connection, { purpose: 'upload' });
    expect(expiresAt.getTime()).toBe(NOW + years * 1000);
    expect(warnings).toMatchObject([{ code: 'KeysLiveLong', facts: { lifeSeconds: years } }]);
  });

  test('a day and a half is no reason to warn', async () => {
    const warnings: unknown[] = [];
    const provider = createCredentialsProvider({
      endpoint,
      clock: createServerClock(),
      now: Date.now,
      onLongLife: (warning) => warnings.push(warning),
      fetch: () => Promise.resolve(keysFor(36 * 3600)),
    });
    await provider.get(connection, { purpose: 'browse' });
    expect(warnings).toEqual([]);
  });

  test('keys that are always over: all questions together are one a second', async () => {
    const clock = createServerClock();
    clock.observe(new Date(NOW));
    const askedAt: number[] = [];
    const provider = createCredentialsProvider({
      endpoint,
      clock,
      now: Date.now,
      fetch: () => {
        askedAt.push(Date.now());
        return Promise.resolve(keysFor(1, { startTime: undefined, expiredTime: NOW / 1000 - 100 }));
      },
    });
    const purposes = ['browse', 'upload', 'share'] as const;
    for (let tenth = 0; tenth < 200; tenth += 1) {
      for (const purpose of purposes) {
        provider
          .get(connection, { purpose, ...(purpose === 'share' ? { keys: [`team/${tenth}`] } : {}) })
          .catch(() => {});
      }
      await vi.advanceTimersByTimeAsync(100);
    }
    const first = askedAt.filter((at) => at === NOW).length;
    expect(first).toBeLessThanOrEqual(purposes.length); // Nobody knew of any trouble yet.
    const gaps = askedAt.slice(first).map((at, n, all) => at - (all[n - 1] ?? NOW));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  });

  test('keys of five seconds are renewed, at most once a second', async () => {
    const { provider, requests } = setUp(() => keysFor(1));
    for (let tenth = 0; tenth < 30; tenth += 1) {
      const getting = provider.get(connection, { purpose: 'browse' });
      await vi.advanceTimersByTimeAsync(100);
      await getting.catch(() => {});
    }
    expect(requests.length).toBeGreaterThan(1);
    expect(requests.length).toBeLessThanOrEqual(5);
  });
});

describe('what an endpoint may answer', () => {
  const html = '<!doctype html><title>Sign in</title>';
  test.each<[string, () => Response | Promise<Response>, object]>([
    ['a web page', () => new Response(html), { code: 'EndpointNotJson' }],
    ['nothing', () => new Response(''), { code: 'EndpointNotJson' }],
    ['cut JSON', () => new Response('{"credentials":{"tmp'), { code: 'EndpointNotJson' }],
    ['nonsense', () => Response.json({ hello: 1 }), { code: 'EndpointAnswerInvalid', facts: { field: 'credentials' } }],
    ['a megabyte', () => new Response('x'.repeat(1_000_000)), { code: 'EndpointAnswerInvalid' }],
    [
      '401',
      () => new Response('', { status: 401 }),
      { code: 'SignInRequired', status: 401, facts: { signInUrl: endpoint.signInUrl } },
    ],
    ['a redirect', () => new Response(null, { status: 302 }), { code: 'SignInRequired' }],
    [
      '403 with a reason',
      () => Response.json({ error: { code: 'WrongRegion', message: 'a is in ap-beijing' } }, { status: 403 }),
      { code: 'EndpointRefused', status: 403, message: 'a is in ap-beijing' },
    ],
    ['403 as text', () => new Response('Not \u0007you', { status: 403 }), { message: 'Not you' }],
    ['403 as a page', () => new Response(html, { status: 403 }), { message: 'The endpoint gives this person no keys' }],
    [
      '429',
      () => new Response('slow', { status: 429, headers: { 'retry-after': '7' } }),
      { code: 'EndpointError', status: 429, facts: { retryAfterSeconds: 7 } },
    ],
    ['502', () => new Response(html, { status: 502 }), { code: 'EndpointError', message: 'The endpoint answered 502' }],
    ['a CORS error', () => Promise.reject(new TypeError('Failed to fetch')), { code: 'EndpointBlockedByCors' }],
  ])('%s', async (_what, answer, failure) => {
    const { provider } = setUp(answer);
    await expect(provider.get(connection, { purpose: 'browse' })).rejects.toMatchObject({
      failure: { kind: 'credentials', ...failure },
    });
  });

  test.each([
    ['offline', { kind: 'network', code: 'Offline' }],
    ['unreachable', { kind: 'credentials', code: 'EndpointUnreachable' }],
  ] as const)('a host that is %s', async (state, failure) => {
    const provider = createCredentialsProvider({
      endpoint,
      clock: createServerClock(),
      probe: { probe: () => Promise.resolve(state) },
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    await expect(provider.get(connection, { purpose: 'browse' })).rejects.toMatchObject({ failure });
  });

  test('silence ends after the configured time', async () => {
    vi.useRealTimers();
    const provider = createCredentialsProvider({
      endpoint: { ...endpoint, timeoutSeconds: 0.02 },
      clock: createServerClock(),
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
        }),
    });
    await expect(provider.get(connection, { purpose: 'browse' })).rejects.toMatchObject({
      failure: { code: 'EndpointTimeout' },
    });
  });

  test('an endpoint in trouble is asked at most once a second, and impatience only waits', async () => {
    const { provider, requests } = setUp((count) => (count === 1 ? new Response('', { status: 500 }) : keysFor(1800)));
    const askByMany = (): Promise<unknown> =>
      Promise.all(Array.from({ length: 50 }, () => provider.get(connection, { purpose: 'browse' })));
    await expect(askByMany()).rejects.toMatchObject({ failure: { code: 'EndpointError' } });
    const again = askByMany();
    await vi.advanceTimersByTimeAsync(999);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await again;
    expect(requests).toHaveLength(2);
  });
});

test('what held keys may do is told without asking', async () => {
  const { provider, requests } = setUp(() => keysFor(1800, { permissions: ['name/cos:GetBucket'] }));
  expect(provider.permissionsOf(connection, 'browse')).toBeUndefined();
  let heard = 0;
  const stop = provider.onMoreKnown(() => (heard += 1));
  await provider.get(connection, { purpose: 'browse' });
  expect(heard).toBe(1);
  stop();
  expect(provider.permissionsOf(connection, 'browse')).toEqual(['name/cos:GetBucket']);
  expect(provider.permissionsOf(connection, 'upload')).toBeUndefined();
  expect(requests).toHaveLength(1);
});
