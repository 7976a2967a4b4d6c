import { afterEach, expect, test, vi } from 'vitest';
import type { CredentialsEndpoint } from '#config/DeploymentConfig.ts';
import { someConnection as connection } from '#config/testing/someConnection.ts';
import { toFailure } from '#lib/Failure.ts';
import { createCredentialsProvider } from './createCredentialsProvider.ts';
import { createServerClock } from './createServerClock.ts';

const endpoint: CredentialsEndpoint = {
  url: 'https://keys.example/sts',
  method: 'POST',
  headers: {},
  withCredentials: false,
  signInUrl: 'https://keys.example/login',
  timeoutSeconds: 1,
};
const SECRET = 'sEcReT-kEy-of-the-person';

const seconds = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow;
const keys = () => ({ tmpSecretId: 'id', tmpSecretKey: SECRET, sessionToken: 'token' });
const good = () => ({ credentials: keys(), startTime: seconds(0), expiredTime: seconds(1800) });
const beside = (change: object) => () => Response.json({ ...good(), ...change });
const withKeys = (change: object) => () => Response.json({ ...good(), credentials: { ...keys(), ...change } });
const text =
  (body: string, status = 200, headers: Record<string, string> = {}) =>
  () =>
    new Response(body, { status, headers });
const says = (status: number, body: unknown) => () => Response.json(body, { status });
const redirected = (status: number) => () =>
  new Response(null, { status, headers: { Location: 'https://evil.example/' } });
const deep = (levels: number): string => '{"data":'.repeat(levels) + '1' + '}'.repeat(levels);

/** A body that would never end. */
function endless(): Response {
  const chunk = new TextEncoder().encode(' '.repeat(16 * 1024));
  return new Response(new ReadableStream({ pull: (controller) => controller.enqueue(chunk) }));
}
function cut(): Response {
  return new Response(
    new ReadableStream({
      pull: (controller) => {
        controller.enqueue(new TextEncoder().encode('{"credentials":{'));
        controller.error(new TypeError('network error'));
      },
    }),
  );
}

/** What came back, and the code it becomes. `used`: the keys are good, and what is odd beside them is ignored. */
const ANSWERS: readonly (readonly [what: string, answer: () => Response | Promise<Response>, code: string])[] = [
  // Not keys at all.
  ['nothing', text(''), 'EndpointNotJson'],
  ['spaces', text('   \n'), 'EndpointNotJson'],
  ['a web page', text('<!doctype html><script>alert(1)</script>'), 'EndpointNotJson'],
  ['XML', text('<?xml version="1.0"?><Error/>'), 'EndpointNotJson'],
  ['words', text('OK'), 'EndpointNotJson'],
  ['a script', text('for(;;);{"credentials":{}}'), 'EndpointNotJson'],
  ['JSONP', text('callback({"credentials":{}})'), 'EndpointNotJson'],
  ['cut JSON', text('{"credentials":{"tmpSecretId":"id"'), 'EndpointNotJson'],
  ['two answers', text('{}{}'), 'EndpointNotJson'],
  ['a byte order mark and rubbish', text('\ufeffrubbish'), 'EndpointNotJson'],
  ['bytes that are no text', () => new Response(new Uint8Array([0xff, 0xfe, 0x00])), 'EndpointNotJson'],
  ['null', text('null'), 'EndpointAnswerInvalid'],
  ['a number', text('42'), 'EndpointAnswerInvalid'],
  ['a list', text('[]'), 'EndpointAnswerInvalid'],
  ['text in JSON', text('"keys"'), 'EndpointAnswerInvalid'],
  ['an empty object', says(200, {}), 'EndpointAnswerInvalid'],
  ['ten thousand levels', text(deep(5000)), 'EndpointAnswerInvalid'],
  ['far too much', text(`{"credentials":"${'x'.repeat(70_000)}"}`), 'EndpointAnswerInvalid'],
  ['a body without end', endless, 'EndpointAnswerInvalid'],
  ['a body that breaks off', cut, 'EndpointBlockedByCors'],
  // Keys that are none.
  ['credentials: null', beside({ credentials: null }), 'EndpointAnswerInvalid'],
  ['credentials as a list', beside({ credentials: ['id', 'key'] }), 'EndpointAnswerInvalid'],
  ['a key that is an object', withKeys({ tmpSecretKey: { a: 1 } }), 'EndpointAnswerInvalid'],
  ['a key that is a list', withKeys({ tmpSecretKey: ['k'] }), 'EndpointAnswerInvalid'],
  ['an empty id', withKeys({ tmpSecretId: '' }), 'EndpointAnswerInvalid'],
  ['an id with a line end', withKeys({ tmpSecretId: 'id\r\nHost: evil.example' }), 'EndpointAnswerInvalid'],
  ['a token with NUL', withKeys({ sessionToken: 'a\u0000b' }), 'EndpointAnswerInvalid'],
  ['a token with a space', withKeys({ sessionToken: 'a b' }), 'EndpointAnswerInvalid'],
  ['a token beyond ASCII', withKeys({ sessionToken: '密钥' }), 'EndpointAnswerInvalid'],
  ['a token of 9,000 letters', withKeys({ sessionToken: 'x'.repeat(9000) }), 'EndpointAnswerInvalid'],
  ['no token', withKeys({ sessionToken: undefined }), 'EndpointAnswerInvalid'],
  // Times.
  ['no end', beside({ expiredTime: undefined }), 'EndpointAnswerInvalid'],
  ['an end as text', beside({ expiredTime: '1700000000' }), 'EndpointAnswerInvalid'],
  ['an end in milliseconds', beside({ expiredTime: Date.now() }), 'EndpointAnswerInvalid'],
  ['an end of zero', beside({ expiredTime: 0 }), 'EndpointAnswerInvalid'],
  ['a negative end', beside({ expiredTime: -5 }), 'EndpointAnswerInvalid'],
  ['an end before the start', () => beside({ expiredTime: seconds(-60) })(), 'EndpointAnswerInvalid'],
  ['a start as text', beside({ startTime: 'now' }), 'EndpointAnswerInvalid'],
  ['an expiration that is none', beside({ expiredTime: undefined, expiration: 'tomorrow' }), 'EndpointAnswerInvalid'],
  // Without a start nobody knows whose clock is wrong: the bucket decides.
  ['an end in the past', () => beside({ startTime: undefined, expiredTime: seconds(-3600) })(), 'used'],
  // Statuses.
  ['a redirect', redirected(302), 'SignInRequired'],
  ['a permanent redirect', redirected(308), 'SignInRequired'],
  ['401 with a link', says(401, { signInUrl: 'javascript:alert(1)' }), 'SignInRequired'],
  ['403 with markup', says(403, { message: '<img src=x onerror=alert(1)>' }), 'EndpointRefused'],
  ['403 with good keys', () => Response.json(good(), { status: 403 }), 'EndpointRefused'],
  ['404', text('Not Found', 404), 'EndpointError'],
  ['418 with nothing', text('', 418), 'EndpointError'],
  ['429 for a year', text('', 429, { 'Retry-After': '31536000' }), 'EndpointError'],
  ['429 with a nonsense wait', text('', 429, { 'Retry-After': '-1; evil' }), 'EndpointError'],
  ['500 with a stack', text('Error at https://u:p@internal/ token=abc', 500), 'EndpointError'],
  ['500 with good keys', () => Response.json(good(), { status: 500 }), 'EndpointError'],
  ['503 with a page', text('<html>', 503), 'EndpointError'],
  // Errors of STS, passed on.
  [
    'an error of STS',
    says(200, { Response: { Error: { Code: 'A\u0007B', Message: 'x'.repeat(5000) } } }),
    'EndpointError',
  ],
  ['an error that is text', says(200, { error: 'no' }), 'EndpointAnswerInvalid'],
  // Beside the keys.
  ['permissions as text', beside({ permissions: 'name/cos:*' }), 'EndpointAnswerInvalid'],
  ['permissions of numbers', beside({ permissions: [1, 2] }), 'EndpointAnswerInvalid'],
  ['narrowed as text', beside({ narrowed: 'true' }), 'EndpointAnswerInvalid'],
  ['another bucket and host', beside({ bucket: 'evil-1250000000', host: 'https://evil.example' }), 'used'],
  ['a prototype', text(`{"__proto__":{"polluted":true},${JSON.stringify(good()).slice(1)}`), 'used'],
  ['a constructor', beside({ constructor: { prototype: { polluted: true } } }), 'used'],
  ['a scope that is no list', beside({ scope: { keys: 'all' } }), 'used'],
  ['keys twice', text(`{"credentials":null,${JSON.stringify(good()).slice(1)}`), 'used'],
];

afterEach(() => vi.useRealTimers());

test('there are sixty of them', () => {
  expect(ANSWERS.length).toBeGreaterThanOrEqual(60);
});

test.each(ANSWERS)('%s', async (_what, answer, code) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 200 });
  const asked: string[] = [];
  const provider = createCredentialsProvider({
    endpoint,
    clock: createServerClock(),
    probe: { probe: () => Promise.resolve('reachable') },
    fetch: async (url, init) => {
      asked.push(`${init?.method} ${url as string} ${init?.redirect}`);
      return answer();
    },
  });
  const outcome = await provider.get(connection, { purpose: 'browse' }).then(
    (got) => ({ code: got.secretKey === SECRET ? 'used' : 'changed', message: '', facts: {} }),
    (error: unknown) => toFailure(error),
  );
  expect(outcome.code).toBe(code);
  // What it says is short, plain, and holds no key; where to sign in is what the settings say.
  expect(outcome.message.length).toBeLessThan(1000);
  expect(outcome.message).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  expect(JSON.stringify(outcome)).not.toContain(SECRET);
  expect([undefined, endpoint.signInUrl]).toContain(
    outcome.facts && 'signInUrl' in outcome.facts ? outcome.facts.signInUrl : undefined,
  );
  // Nobody else was asked, and no redirect followed.
  expect(new Set(asked)).toEqual(new Set([`POST ${endpoint.url} manual`]));
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
