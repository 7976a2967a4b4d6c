import COS from 'cos-nodejs-sdk-v5';
import { sample, constantFrom, string } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '#config/parseConfig.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import { isAddressable } from '#cos/objectKey.ts';
import { FailureError } from '#lib/FailureError.ts';
import { createShareLink } from '#links/createShareLink.ts';
import { createUploadLink } from '#links/createUploadLink.ts';
import { linkQuery } from '#links/linkQuery.ts';
import type { LinkServices } from '#links/LinkServices.ts';
import { mintLinks } from '#links/mintLinks.ts';
import { emulatorIssuer } from './credentials/emulatorIssuer.ts';
import { createCredentialsEndpoint } from './credentials-endpoint.ts';
import type { CosEmulator } from './emulator/EmulatorOptions.ts';
import { startCosEmulator } from './emulator/startCosEmulator.ts';
import { loopbackFetch } from './setup/loopbackFetch.ts';

const PLACE = { bucket: 'links-1250000000', region: 'ap-guangzhou' };
const OTHER = 'other-1250000000';
const PAGE = 'http://localhost:4173';

let emulator: CosEmulator;
let services: LinkServices;
/** What the keys of the last answer are; a link shows all but the secret one. */
let lastKeys: { secretId: string; secretKey: string };

beforeAll(async () => {
  emulator = await startCosEmulator({
    buckets: [
      { name: PLACE.bucket, region: PLACE.region },
      { name: OTHER, region: PLACE.region },
    ],
  });
  for (const key of ['shared.txt', 'private.txt']) {
    await emulator.control.putObject(PLACE.bucket, key, Buffer.from(key), { contentType: 'text/plain' });
  }
  await emulator.control.putObject(OTHER, 'shared.txt', Buffer.from('of another bucket'));
  const issue = emulatorIssuer(emulator);
  const endpoint = createCredentialsEndpoint({
    ...PLACE,
    allowedOrigins: [PAGE],
    requestsPerMinute: 1000,
    authenticate: async () => ({ id: 'links', prefix: '', mayUpload: true, mayDelete: true }),
    issuer: async (wanted) => {
      const answer = await issue(wanted);
      const { tmpSecretId: secretId, tmpSecretKey: secretKey } = answer.credentials;
      lastKeys = { secretId, secretKey };
      return answer;
    },
  });
  const config = parseConfig(
    {
      endpoint: { url: '/credentials', headers: { 'x-beeline': '1', origin: PAGE } },
      connections: [{ id: 'c', ...PLACE, hosts: emulator.bucketOrigins(PLACE.bucket) }],
    },
    PAGE,
  );
  const clock = createServerClock();
  services = {
    connection: config.connections[0]!,
    clock,
    credentials: createCredentialsProvider({
      endpoint: config.endpoint,
      clock,
      fetch: (url, init) => endpoint(new Request(url, init)),
    }),
  };
});
afterAll(() => emulator.close());

const request = { key: 'shared.txt', disposition: 'attachment', fileName: 'a "1".txt' } as const;
const share = (lifeSeconds = 600) => createShareLink({ ...services, request: { ...request, lifeSeconds } });

async function open(url: string, init: RequestInit = {}): Promise<{ status: number; text: string }> {
  const answer = await loopbackFetch(url, init);
  return { status: answer.status, text: await answer.text() };
}

const swap =
  (from: string | RegExp, to: string) =>
  (url: string): string => {
    const changed = url.replace(from, to);
    if (changed === url) throw new Error(`Nothing to change: ${from}`);
    return changed;
  };

describe('a link with anything changed is refused', () => {
  const changes: readonly (readonly [string, (url: string) => string])[] = [
    ['another bucket', swap('//links-', '//other-')],
    ['another address of the bucket', swap('.cos.', '.cos-alias.')],
    ['another key', swap('shared.txt', 'private.txt')],
    ['a key below it', swap('shared.txt', 'shared.txt/')],
    ['no key: a list', swap('shared.txt', '')],
    ['no key, with a prefix', (url) => swap('shared.txt', '')(url).concat('&prefix=p')],
    ['another name to save under', swap('a%2520%25221', 'b%2520%25221')],
    ['shown and not saved', swap('attachment', 'inline')],
    ['no disposition', swap(/response-content-disposition=[^&]*&/, '')],
    ['another type', swap('application%2Foctet-stream', 'text%2Fhtml')],
    ['no type', swap(/response-content-type=[^&]*&/, '')],
    ['a later end', swap(/(q-sign-time=\d+%3B)\d+/, '$19999999999')],
    ['a later end, twice', (url) => url.replace(/(q-(?:sign|key)-time=\d+%3B)\d+/g, '$19999999999')],
    ['no host among what is signed', swap('q-header-list=host', 'q-header-list=')],
    ['fewer parameters signed', swap(/q-url-param-list=[^&]*/, 'q-url-param-list=')],
    ['another key id', swap(/q-ak=[^&]*/, 'q-ak=AKIDsomebody')],
    ['another token', swap(/x-cos-security-token=[^&]*/, 'x-cos-security-token=x')],
    ['no token', swap(/&x-cos-security-token=[^&]*/, '')],
    ['another signature', swap(/q-signature=./, 'q-signature=z')],
  ];
  test.each(changes)('%s', async (_what, change) => {
    const link = await share();
    expect((await open(link.url)).text).toBe('shared.txt');
    const { status, text } = await open(change(link.url));
    expect([status >= 400, text.includes('<Code>')]).toEqual([true, true]);
  });

  test.each(['HEAD', 'PUT', 'POST', 'DELETE'])('%s instead of GET', async (method) => {
    const link = await share();
    const body = method === 'PUT' || method === 'POST' ? { body: 'changed' } : {};
    expect((await open(link.url, { method, ...body })).status).toBe(method === 'POST' ? 405 : 403);
    expect(Buffer.from((await emulator.control.readObject(PLACE.bucket, 'shared.txt')) ?? []).toString()).toBe(
      'shared.txt',
    );
  });

  // Only listed parameters are signed: what stops these is that the key can do nothing else (COS documentation 7778).
  test.each([
    'acl',
    'tagging',
    'uploads',
    'uploadId=1',
    'restore',
    'versions',
    'versioning',
    'cors',
    'policy',
    'lifecycle',
    'location',
    'website',
    'referer',
    'logging',
    'encryption',
    'inventory',
    'replication',
    'domain',
    'object-lock',
    'select',
    'symlink',
    'ci-process=x',
    'delete',
    'response-content-type=text%2Fhtml',
    'response-content-disposition=inline',
  ])('?%s appended', async (extra) => {
    const link = await share();
    expect(link.narrowed).toBe(true);
    expect([extra, (await open(`${link.url}&${extra}`)).status >= 400]).toEqual([extra, true]);
  });
});

test.each([
  ['as asked', 600, 'asked'],
  ['as long as the key lives', 7 * 24 * 3600, 'credentials'],
] as const)('%s: works to the second before the end that is told, and not a second after', async (_what, life, by) => {
  emulator.control.moveClock(0);
  const link = await share(life);
  expect(link.limitedBy).toBe(by);
  const untilEnd = link.expiresAt.getTime() - Date.now();
  emulator.control.moveClock(untilEnd - 1000);
  expect((await open(link.url)).status).toBe(200);
  emulator.control.moveClock(untilEnd + 1000);
  const { status, text } = await open(link.url);
  expect([status, /expired/i.test(text)]).toEqual([403, true]);
  emulator.control.moveClock(0);
});

test('each of many links carries the signature the vendor’s client computes, whatever the object is called', async () => {
  const odd = constantFrom(
    'a',
    '/',
    ' ',
    '+',
    '%',
    '&',
    '=',
    "'",
    '"',
    '(',
    '*',
    '!',
    '~',
    '?',
    '#',
    '\\',
    '报',
    'é',
    '🐝',
  );
  const keys = [...new Set(sample(string({ unit: odd, minLength: 1, maxLength: 24 }), 400))].filter(isAddressable);
  const minted = await mintLinks({
    ...services,
    lifeSeconds: 600,
    wishes: keys.map((key) => ({ key, query: linkQuery({ ...request, fileName: key }) })),
  });
  const { startSeconds, endSeconds } = minted.window;
  expect(minted.links.map(({ key }) => key)).toEqual(keys);
  for (const { key, query, signature } of minted.links) {
    // `KeyTime` and `UseRawKey` are there, though its types leave them out.
    const options = {
      SecretId: lastKeys.secretId,
      SecretKey: lastKeys.secretKey,
      Method: 'GET',
      Pathname: `/${key}`,
      UseRawKey: true,
      Query: query,
      Headers: { host: new URL(minted.origin).host },
      KeyTime: `${startSeconds};${endSeconds}`,
    };
    const theirs = COS.getAuthorization(options as unknown as COS.StaticGetAuthorizationOptions);
    expect(theirs).toContain(`q-signature=${signature}`);
  }
});

describe('an upload link', () => {
  const headers = { 'x-cos-forbid-overwrite': 'true' };

  test('takes one file, once, and only with the header that forbids replacing', async () => {
    const link = await createUploadLink({ ...services, key: 'in/报告 1.txt', lifeSeconds: 600 });
    expect((await open(link.url, { method: 'PUT', body: 'without' })).status).toBe(403);
    const lying = { 'x-cos-forbid-overwrite': 'false' };
    expect((await open(link.url, { method: 'PUT', body: 'lying', headers: lying })).status).toBe(403);
    expect((await open(link.url, { method: 'PUT', body: 'first', headers })).status).toBe(200);
    expect((await open(link.url, { method: 'PUT', body: 'second', headers })).status).toBe(409);
    const stored = await emulator.control.readObject(PLACE.bucket, 'in/报告 1.txt');
    expect(Buffer.from(stored ?? []).toString()).toBe('first');
  });

  test('writes nowhere else, reads nothing, deletes nothing, and ends when it says', async () => {
    const link = await createUploadLink({ ...services, key: 'in/2.txt', lifeSeconds: 600 });
    expect(link.narrowed).toBe(true);
    const put = { method: 'PUT', body: 'x', headers };
    expect((await open(link.url.replace('2.txt', '3.txt'), put)).status).toBe(403);
    expect((await open(`${link.url}&acl`, put)).status).toBeGreaterThanOrEqual(400);
    expect((await open(`${link.url}&tagging`, put)).status).toBeGreaterThanOrEqual(400);
    for (const method of ['GET', 'HEAD', 'DELETE'])
      expect((await open(link.url, { method, headers })).status).toBe(403);
    const untilEnd = link.expiresAt.getTime() - Date.now();
    emulator.control.moveClock(untilEnd + 1000);
    expect((await open(link.url, put)).status).toBe(403);
    emulator.control.moveClock(untilEnd - 1000);
    expect((await open(link.url, put)).status).toBe(200);
    emulator.control.moveClock(0);
  });
});

const put = (text: string) => emulator.control.putObject(PLACE.bucket, 'kept.txt', Buffer.from(text));
const linkToKept = (keys: Partial<LinkServices> = {}, version: { versionId?: string } = {}) =>
  createShareLink({ ...services, ...keys, request: { ...request, ...version, key: 'kept.txt', lifeSeconds: 600 } });

/** A version that is no longer the latest. */
async function oldVersion(): Promise<string> {
  await put('old');
  const seen = await loopbackFetch((await linkToKept()).url);
  await put('new');
  return seen.headers.get('x-cos-version-id') ?? '';
}

describe('in a bucket that keeps versions', () => {
  beforeAll(() => emulator.control.createBucket({ name: PLACE.bucket, region: PLACE.region, versioning: 'Enabled' }));
  afterAll(() => emulator.control.createBucket({ name: PLACE.bucket, region: PLACE.region }));

  // `versionId` is a parameter like any other: the condition of the key stops who adds it (COS documentation 46206).
  test('a link opens what is there now, and no version before it', async () => {
    const old = await oldVersion();
    const { url, narrowed } = await linkToKept();
    expect(narrowed).toBe(true);
    expect(await open(url)).toEqual({ status: 200, text: 'new' });
    expect(await open(`${url}&versionId=`)).toEqual({ status: 200, text: 'new' });
    const { status, text } = await open(`${url}&versionId=${old}`);
    expect([status, text.includes('AccessDenied')]).toEqual([403, true]);
    expect((await open(`${url}&versionId=null`)).status).toBe(403);
  });

  test('a link to one version opens that one, and not the latest', async () => {
    const old = await oldVersion();
    const { url, narrowed } = await linkToKept({}, { versionId: old });
    expect(narrowed).toBe(true);
    expect(await open(url)).toEqual({ status: 200, text: 'old' });
    expect((await open(url.replace(/versionId=[^&]*&/, ''))).status).toBe(403);
  });

  test('a link signed with keys for browsing opens older versions as well, and is called wider', async () => {
    const old = await oldVersion();
    const { credentials } = services;
    const { url, narrowed } = await linkToKept({
      credentials: {
        ...credentials,
        get: async (connection, wanted) => {
          if (wanted.purpose === 'share')
            throw new FailureError({ kind: 'credentials', code: 'EndpointRefused', message: '' });
          return credentials.get(connection, wanted);
        },
      },
    });
    expect(narrowed).toBe(false);
    expect(await open(`${url}&versionId=${old}`)).toEqual({ status: 200, text: 'old' });
  });
});
