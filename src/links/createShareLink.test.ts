import { describe, expect, test } from 'vitest';
import { someConnection as connection } from '#config/testing/someConnection.ts';
import { authorizationFor } from '#cos/signer.ts';
import type { GetCredentialsOptions, TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import type { FailureCode } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { createShareLink } from './createShareLink.ts';
import { presignDownloadUrl } from './presignDownloadUrl.ts';
import type { ShareLinkRequest } from './ShareLink.ts';
import { keysFor, linkServices, NOW } from './testing/linkServices.ts';

const HOST = 'a-1250000000.cos.ap-guangzhou.myqcloud.com';
const request: ShareLinkRequest = {
  key: "报告/2024 Q1+Q2'final'.pdf",
  lifeSeconds: 3600,
  disposition: 'attachment',
  fileName: '报告 "1".pdf',
};

function setUp(answer: (wanted: GetCredentialsOptions) => TemporaryCredentials | FailureCode) {
  return linkServices((wanted) => {
    const keys = answer(wanted);
    if (typeof keys === 'string')
      throw new FailureError({ kind: 'credentials', code: keys, message: keys, status: 403 });
    return keys;
  });
}

function parametersOf(url: string): Record<string, string> {
  // Not URLSearchParams: it would read a raw `+` as a space and hide a token that was not encoded.
  const pairs = new URL(url).search.slice(1).split('&');
  return Object.fromEntries(pairs.map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]));
}

describe('createShareLink', () => {
  test('without keys nothing is signed, and no endpoint is asked', async () => {
    const { asked, services } = setUp(() => keysFor(7200));
    const anonymous = { ...services, connection: { ...connection, access: 'anonymous' as const } };
    await expect(createShareLink({ ...anonymous, request })).rejects.toMatchObject({ failure: { code: 'NeedsKeys' } });
    expect(asked).toEqual([]);
  });

  test('asks for keys to this object only, and signs host, key and every parameter', async () => {
    const { asked, services } = setUp(() => keysFor(7200, { narrowed: true }));
    const link = await createShareLink({ ...services, request });
    expect(asked).toEqual([{ purpose: 'share', keys: [request.key], durationSeconds: 3660 }]);
    expect(link).toMatchObject({ limitedBy: 'asked', narrowed: true, expiresAt: new Date(NOW + 3600_000) });

    const url = new URL(link.url);
    expect(url.host).toBe(HOST);
    expect(decodeURIComponent(url.pathname)).toBe(`/${request.key}`);
    const parameters = parametersOf(link.url);
    expect(parameters).toMatchObject({
      'response-content-disposition': "attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A%20%221%22.pdf",
      'response-content-type': 'application/octet-stream',
      'x-cos-security-token': 'to+ken/==',
      'q-header-list': 'host',
      'q-url-param-list': 'response-content-disposition;response-content-type',
      'q-sign-time': `${NOW / 1000 - 60};${NOW / 1000 + 3600}`,
    });
    const expected = await authorizationFor(
      keysFor(0),
      {
        method: 'GET',
        path: `/${request.key}`,
        query: {
          'response-content-disposition': parameters['response-content-disposition'] ?? '',
          'response-content-type': 'application/octet-stream',
        },
        headers: { host: HOST },
      },
      { startSeconds: NOW / 1000 - 60, endSeconds: NOW / 1000 + 3600 },
    );
    expect(expected).toContain(`q-signature=${parameters['q-signature']}`);
  });

  test('ends with the keys when they live shorter, and says so', async () => {
    const { services } = setUp(() => keysFor(1800));
    const link = await createShareLink({ ...services, request });
    expect(link).toMatchObject({ limitedBy: 'credentials', narrowed: false, expiresAt: new Date(NOW + 1795_000) });
    expect(parametersOf(link.url)['q-sign-time']).toBe(`${NOW / 1000 - 60};${NOW / 1000 + 1795}`);
  });

  test('counts by the bucket’s clock', async () => {
    const { services } = setUp(() => keysFor(86_400));
    services.clock.observe(new Date(NOW + 3600_000));
    const link = await createShareLink({ ...services, request });
    expect(link.expiresAt).toEqual(new Date(NOW + 7200_000));
  });

  test('an endpoint without keys for sharing: the keys for browsing sign', async () => {
    const { asked, services } = setUp((wanted) =>
      wanted.purpose === 'share' ? 'EndpointRefused' : keysFor(1800, { narrowed: true }),
    );
    const link = await createShareLink({ ...services, request: { ...request, disposition: 'inline' } });
    expect(asked.map((wanted) => wanted.purpose)).toEqual(['share', 'browse']);
    expect(link.narrowed).toBe(false);
    expect(parametersOf(link.url)).not.toHaveProperty('response-content-type');
    expect(parametersOf(link.url)['response-content-disposition']).toMatch(/^inline; filename\*=UTF-8''/);
  });

  test('a person who must sign in first is told so', async () => {
    const { services } = setUp(() => 'SignInRequired');
    await expect(createShareLink({ ...services, request })).rejects.toMatchObject({
      failure: { code: 'SignInRequired' },
    });
  });

  test.each(['..', 'a/../b', ''])('no link to %j, and nobody is asked', async (key) => {
    const { asked, services } = setUp(() => keysFor(1800));
    await expect(createShareLink({ ...services, request: { ...request, key } })).rejects.toMatchObject({
      failure: { code: 'UnsafeKey' },
    });
    expect(asked).toEqual([]);
  });
});

test.each([
  [5, 3600],
  [1_000_000_000, 10_000],
  [1e15, 36 * 3600],
])(
  'presignDownloadUrl gives an object of %i bytes %i seconds, by keys for it alone, and always saves',
  async (sizeBytes, life) => {
    const { asked, services } = setUp(() => keysFor(40 * 3600, { narrowed: true }));
    const { url, expiresAt } = await presignDownloadUrl({ ...services, key: 'a.html', fileName: 'a.html', sizeBytes });
    expect(asked).toMatchObject([{ purpose: 'share', keys: ['a.html'] }]);
    expect(expiresAt).toEqual(new Date(NOW + life * 1000));
    expect(parametersOf(url)).toMatchObject({
      'response-content-disposition': "attachment; filename*=UTF-8''a.html",
      'response-content-type': 'application/octet-stream',
    });
  },
);
