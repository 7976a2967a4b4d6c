import { expect, test } from 'vitest';
import type { CredentialsEndpoint } from '#config/DeploymentConfig.ts';
import { someConnection as connection } from '#config/testing/someConnection.ts';
import { createBearerSource } from './createBearerSource.ts';
import { createCredentialsProvider } from './createCredentialsProvider.ts';
import { createServerClock } from './createServerClock.ts';

const endpoint: CredentialsEndpoint = {
  url: 'https://keys.example/sts',
  method: 'POST',
  headers: { 'x-beeline': '1' },
  withCredentials: false,
  timeoutSeconds: 1,
};

/** An endpoint that knows one token at a time, and a page that hands tokens in. */
function setUp(getToken: unknown, accepted: () => string) {
  const sent: (string | null)[] = [];
  let issued = 0;
  const provider = createCredentialsProvider({
    endpoint,
    clock: createServerClock(),
    probe: { probe: () => Promise.resolve('reachable') },
    bearer: createBearerSource(async () => ({ getToken })),
    fetch: async (_url, init) => {
      const authorization = new Headers(init?.headers).get('authorization');
      sent.push(authorization);
      if (authorization !== `Bearer ${accepted()}`) return new Response('', { status: 401 });
      issued += 1;
      return Response.json({
        credentials: { tmpSecretId: `id${issued}`, tmpSecretKey: 'k', sessionToken: `t${issued}` },
        expiredTime: Math.floor(Date.now() / 1000) + 1800,
      });
    },
  });
  const get = () => provider.get(connection, { purpose: 'browse' });
  return { sent, get };
}

test('the token goes with the question', async () => {
  const { sent, get } = setUp(
    () => 'abc.def',
    () => 'abc.def',
  );
  await get();
  expect(sent).toEqual(['Bearer abc.def']);
});

test('a token that is not accepted is renewed once, and the newer one is sent', async () => {
  const wishes: unknown[] = [];
  const { sent, get } = setUp(
    async (wish: { isRefused: boolean }) => {
      wishes.push(wish);
      return wish.isRefused ? 'new' : 'old';
    },
    () => 'new',
  );
  await get();
  expect(sent).toEqual(['Bearer old', 'Bearer new']);
  expect(wishes).toEqual([{ isRefused: false }, { isRefused: true }]);
});

test('where there is no newer one, the person has to sign in', async () => {
  const { sent, get } = setUp(
    () => 'old',
    () => 'new',
  );
  await expect(get()).rejects.toMatchObject({ failure: { code: 'SignInRequired', status: 401 } });
  expect(sent).toEqual(['Bearer old']);
});

test.each([undefined, null, ''])(
  'a page that answers %j says that nobody is signed in, and nothing is sent',
  async (token) => {
    const { sent, get } = setUp(
      () => token,
      () => 'x',
    );
    await expect(get()).rejects.toMatchObject({ failure: { code: 'SignInRequired' } });
    expect(sent).toEqual([]);
  },
);

test.each<[string, unknown]>([
  ['a number', () => 42],
  ['a line end in the token', () => 'a\r\nHost: evil.example'],
  ['a token with a space', () => 'Bearer abc'],
  ['no function', 'token'],
  [
    'a mistake of its own',
    () => {
      throw new Error('portal\u0007 is down');
    },
  ],
  ['a promise that rejects', () => Promise.reject(new Error('no'))],
  ['a promise for ever', () => new Promise(() => undefined)],
])('%s is named, and nothing is sent', async (_what, getToken) => {
  const { sent, get } = setUp(getToken, () => 'x');
  await expect(get()).rejects.toMatchObject({
    failure: {
      kind: 'credentials',
      code: 'TokenModuleFailed',
      message: expect.not.stringMatching(/\p{Cc}/u) as string,
    },
  });
  expect(sent).toEqual([]);
});

test('a module that did not load is loaded again at the next question', async () => {
  let loads = 0;
  const source = createBearerSource(async () => {
    loads += 1;
    if (loads === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return { getToken: () => 'abc' };
  });
  const { signal } = new AbortController();
  await expect(source.token(false, signal)).rejects.toMatchObject({ failure: { code: 'TokenModuleFailed' } });
  expect(await source.token(false, signal)).toBe('abc');
});
