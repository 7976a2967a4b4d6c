import { describe, expect, test } from 'vitest';
import {
  bearerAuthentication,
  createCredentialsEndpoint,
  type Caller,
  type CredentialsEndpointOptions,
} from './credentials-endpoint.ts';
import type { Policy } from './credentials/minimalPolicy.ts';

const APP = 'https://files.example.com';
const MEDIA = { bucket: 'media-1250000000', region: 'ap-guangzhou' };
const ANNA: Caller = { id: 'anna', prefix: 'anna/', mayUpload: true, mayDelete: true };
const question = { ...MEDIA, prefix: 'anna/', purpose: 'browse' };

/** An endpoint whose issuer shows the policy it was given. */
function endpoint(options: Partial<CredentialsEndpointOptions> = {}) {
  const issued: { policy: Policy; durationSeconds: number }[] = [];
  const handler = createCredentialsEndpoint({
    ...MEDIA,
    allowedOrigins: [APP],
    authenticate: async () => ANNA,
    issuer: async (request) => {
      issued.push(request);
      return {
        credentials: { tmpSecretId: 'id', tmpSecretKey: 'key', sessionToken: 'token' },
        startTime: 1_700_000_000,
        expiredTime: 1_700_000_000 + request.durationSeconds,
      };
    },
    ...options,
  });
  const ask = (body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
    handler(
      new Request('https://keys.example.com/credentials', {
        method,
        headers: { origin: APP, 'content-type': 'application/json', 'x-beeline': '1', ...headers },
        ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
      }),
    );
  return { ask, issued };
}

async function errorCode(answer: Response): Promise<string> {
  return ((await answer.json()) as { error: { code: string } }).error.code;
}

describe('who may ask', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }, 403, 'OriginNotAllowed'],
    ['a prefix of our origin', { origin: 'https://files.example.com.evil.example' }, 403, 'OriginNotAllowed'],
    ['a sandboxed frame', { origin: 'null' }, 403, 'OriginNotAllowed'],
    ['a plain form', { 'content-type': 'text/plain' }, 415, 'JsonOnly'],
    ['a page without the header', { 'x-beeline': '' }, 403, 'HeaderMissing'],
  ])('%s gets no keys', async (_who, headers, status, code) => {
    const { ask, issued } = endpoint();
    const answer = await ask(question, headers);
    expect(answer.status).toBe(status);
    expect(await errorCode(answer)).toBe(code);
    expect(issued).toEqual([]);
  });

  test('a request without an Origin gets no keys', async () => {
    const { ask, issued } = endpoint();
    expect((await ask(question, { origin: '' })).status).toBe(403);
    expect(issued).toEqual([]);
  });

  test('only a listed origin may read the answer, and caches keep origins apart', async () => {
    const { ask } = endpoint();
    const ours = await ask(question);
    expect(ours.headers.get('access-control-allow-origin')).toBe(APP);
    expect(ours.headers.get('vary')).toBe('Origin');
    expect(ours.headers.get('cache-control')).toBe('no-store');
    const theirs = await ask(question, { origin: 'https://evil.example' });
    expect(theirs.headers.get('access-control-allow-origin')).toBeNull();
    expect(theirs.headers.get('vary')).toBe('Origin');
  });

  test('the preflight of another site is refused', async () => {
    const { ask } = endpoint();
    expect((await ask('', {}, 'OPTIONS')).status).toBe(204);
    expect((await ask('', { origin: 'https://evil.example' }, 'OPTIONS')).status).toBe(403);
  });

  test('GET is refused', async () => {
    const { ask } = endpoint();
    expect((await ask('', {}, 'GET')).status).toBe(405);
  });

  test('bearer tokens: a known one passes, others get 401', async () => {
    const { ask } = endpoint({
      authenticate: bearerAuthentication(async (token) => (token === 'good' ? ANNA : undefined)),
    });
    expect((await ask(question, { authorization: 'Bearer good' })).status).toBe(200);
    expect((await ask(question, { authorization: 'Bearer bad' })).status).toBe(401);
    expect((await ask(question)).status).toBe(401);
  });

  test('one caller cannot ask without end; another is not held up', async () => {
    let time = 0;
    const { ask } = endpoint({
      requestsPerMinute: 2,
      now: () => time,
      authenticate: async (request) => ({ ...ANNA, id: request.headers.get('authorization') ?? '' }),
    });
    await ask(question);
    await ask(question);
    const third = await ask(question);
    expect(third.status).toBe(429);
    expect(third.headers.get('retry-after')).toBe('60');
    expect((await ask(question, { authorization: 'other' })).status).toBe(200);
    time = 60_000;
    expect((await ask(question)).status).toBe(200);
  });
});

describe('what may be asked', () => {
  test.each([
    ['not JSON', '<html>', 400, 'BadRequest'],
    ['no purpose', { ...question, purpose: undefined }, 400, 'BadRequest'],
    ['an unknown purpose', { ...question, purpose: 'everything' }, 400, 'BadRequest'],
    ['share without keys', { ...question, purpose: 'share' }, 400, 'BadRequest'],
    ['browse with keys', { ...question, keys: ['anna/a'] }, 400, 'BadRequest'],
    [
      'files into two places',
      { ...question, purpose: 'upload-request', keys: ['anna/a/', 'anna/b/'] },
      400,
      'BadRequest',
    ],
    [
      'files into somebody else’s place',
      { ...question, purpose: 'upload-request', keys: ['bob/a/'] },
      403,
      'KeyNotAllowed',
    ],
    ['101 keys', { ...question, purpose: 'share', keys: Array(101).fill('anna/a') }, 400, 'BadRequest'],
    ['a negative life', { ...question, durationSeconds: -1 }, 400, 'BadRequest'],
    ['another bucket', { ...question, bucket: 'other-1250000000' }, 403, 'WrongBucket'],
    ['another region', { ...question, region: 'ap-beijing' }, 403, 'WrongRegion'],
    ['somebody else’s prefix', { ...question, prefix: 'bob/' }, 403, 'PrefixNotAllowed'],
    ['somebody else’s object', { ...question, purpose: 'share', keys: ['bob/a'] }, 403, 'KeyNotAllowed'],
    ['a wildcard', { ...question, purpose: 'share', keys: ['anna/*'] }, 403, 'KeyNotNarrowable'],
  ])('%s is refused', async (_what, body, status, code) => {
    const { ask, issued } = endpoint();
    const answer = await ask(body);
    expect(answer.status).toBe(status);
    expect(await errorCode(answer)).toBe(code);
    expect(issued).toEqual([]);
  });

  test('the prefix is the caller’s, whatever was asked', async () => {
    const { ask, issued } = endpoint();
    await ask({ ...question, prefix: '' });
    const resources = issued[0]!.policy.statement.flatMap(({ resource }) => resource);
    expect(resources).toEqual([
      'qcs::cos:ap-guangzhou:uid/1250000000:media-1250000000/anna/*',
      'qcs::cos:ap-guangzhou:uid/1250000000:media-1250000000/',
    ]);
  });

  test('a caller who may not upload gets no keys to do so', async () => {
    const { ask, issued } = endpoint({ authenticate: async () => ({ ...ANNA, mayUpload: false }) });
    expect(await errorCode(await ask({ ...question, purpose: 'upload' }))).toBe('UploadNotAllowed');
    expect(issued).toEqual([]);
  });
});

describe('what is given', () => {
  test('browse: list and read, nothing more', async () => {
    const { ask } = endpoint();
    const answer = (await (await ask(question)).json()) as Record<string, unknown>;
    expect(answer).toEqual({
      credentials: { tmpSecretId: 'id', tmpSecretKey: 'key', sessionToken: 'token' },
      startTime: 1_700_000_000,
      expiredTime: 1_700_001_800,
      permissions: [
        'name/cos:GetBucket',
        'name/cos:GetObject',
        'name/cos:HeadObject',
        'name/cos:GetObjectACL',
        'name/cos:GetObjectTagging',
        'name/cos:GetBucketObjectVersions',
        'name/cos:HeadBucket',
        'name/cos:GetBucketVersioning',
      ],
    });
  });

  test('delete rights come only where the caller may delete', async () => {
    const { ask, issued } = endpoint();
    await ask({ ...question, purpose: 'upload' });
    expect(issued[0]!.policy.statement[0]!.action).toContain('name/cos:DeleteObject');
    const careful = endpoint({ authenticate: async () => ({ ...ANNA, mayDelete: false }) });
    await careful.ask({ ...question, purpose: 'upload' });
    expect(careful.issued[0]!.policy.statement[0]!.action).not.toContain('name/cos:DeleteObject');
  });

  test('no policy has a wildcard action', async () => {
    for (const purpose of ['browse', 'upload', 'share', 'upload-request']) {
      const { ask, issued } = endpoint();
      await ask({ ...question, purpose, ...(purpose === 'share' ? { keys: ['anna/a'] } : {}) });
      expect(JSON.stringify(issued[0]!.policy.statement.map(({ action }) => action))).not.toContain('*');
    }
  });

  test('share: GetObject on exactly these objects, and the answer says so', async () => {
    const { ask, issued } = endpoint();
    const answer = await ask({ ...question, purpose: 'share', keys: ['anna/a b.txt', 'anna/你好'] });
    expect(await answer.json()).toMatchObject({ narrowed: true, permissions: ['name/cos:GetObject'] });
    expect(issued[0]!.policy.statement).toEqual([
      {
        effect: 'allow',
        action: ['name/cos:GetObject'],
        resource: [
          'qcs::cos:ap-guangzhou:uid/1250000000:media-1250000000/anna/a b.txt',
          'qcs::cos:ap-guangzhou:uid/1250000000:media-1250000000/anna/你好',
        ],
        condition: { string_equal_if_exist: { 'cos:versionid': '' } },
      },
    ]);
  });

  test('upload-request: forms into exactly this prefix, and the answer says so', async () => {
    const { ask, issued } = endpoint();
    const answer = await ask({ ...question, purpose: 'upload-request', keys: ['anna/in/'] });
    expect(await answer.json()).toMatchObject({ narrowed: true, permissions: ['name/cos:PostObject'] });
    expect(issued[0]!.policy.statement).toEqual([
      {
        effect: 'allow',
        action: ['name/cos:PostObject'],
        resource: ['qcs::cos:ap-guangzhou:uid/1250000000:media-1250000000/anna/in/*'],
      },
    ]);
  });

  test('life is as asked, up to the cap', async () => {
    const { ask, issued } = endpoint({ maximumDurationSeconds: 3600 });
    await ask({ ...question, durationSeconds: 900 });
    await ask({ ...question, durationSeconds: 999_999 });
    await ask(question);
    expect(issued.map(({ durationSeconds }) => durationSeconds)).toEqual([900, 3600, 3600]);
  });

  test('a failing issuer is a 502, and neither answer nor log repeats a secret', async () => {
    const lines: string[] = [];
    const { ask } = endpoint({
      log: (line) => lines.push(line),
      issuer: async () => {
        throw new Error('STS refused: AuthFailure');
      },
    });
    const answer = await ask(question, { authorization: 'Bearer very-secret' });
    expect(answer.status).toBe(502);
    expect(await errorCode(answer)).toBe('IssuerFailed');
    expect(lines.join('\n')).toContain('AuthFailure');
    expect(lines.join('\n')).not.toContain('very-secret');
  });
});
