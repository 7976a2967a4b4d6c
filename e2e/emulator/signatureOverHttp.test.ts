import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { IssuedKeys } from './EmulatorOptions.ts';
import { percent, signByHand } from './testing/signByHand.ts';
import { ACCOUNT, BUCKET, EVERYTHING, REGION, startTestCos, type TestCos } from './testing/startTestCos.ts';

let here: TestCos;
beforeAll(async () => {
  here = await startTestCos();
});
afterAll(() => here.cos.close());
beforeEach(async () => {
  here.cos.control.moveClock(0);
  await here.cos.control.putObject(BUCKET, KEY, Buffer.from('hello'));
});

const KEY = "a b/报告+(1)'!*.txt";
const temporary = (durationSeconds = 600): IssuedKeys => here.cos.issueKeys({ policy: EVERYTHING, durationSeconds });
const now = (): number => Math.floor(Date.now() / 1000);
const authorize = (part: Partial<Parameters<typeof signByHand>[0]> = {}): string =>
  signByHand({ ...ACCOUNT, method: 'GET', path: `/${KEY}`, start: now() - 1, end: now() + 60, ...part });
const TARGET = `/${KEY.split('/').map(percent).join('/')}`;

describe('a signature is accepted', () => {
  test('in the header, for a permanent and for a temporary key', async () => {
    expect((await here.ask({ key: KEY })).text).toBe('hello');
    expect((await here.ask({ key: KEY, keys: temporary() })).text).toBe('hello');
  });

  test('in the query, with its token and business parameters', async () => {
    const query = { 'response-content-type': 'text/x-odd; charset=utf-8' };
    const answer = await here.raw({ target: here.presign({ key: KEY, query, keys: temporary() }) });
    expect(answer.text).toBe('hello');
    expect(answer.headers['content-type']).toBe('text/x-odd; charset=utf-8');
  });

  test('in the query as the vendor writes it: separators encoded once more, in lower case', async () => {
    const target = here
      .presign({ key: KEY, query: { 'response-expires': '0', 'response-content-type': 'a/b' } })
      .replace(/(q-url-param-list=)([^&]*)/, (_all, name: string, list: string) => name + list.toLowerCase());
    expect(target).toContain('response-content-type%3bresponse-expires');
    expect((await here.raw({ target })).status).toBe(200);
  });

  test('in the single parameter sign', async () => {
    const target = `${TARGET}?sign=${percent(authorize({ headers: { host: here.host } }))}`;
    expect((await here.raw({ target })).text).toBe('hello');
  });

  test('under both names of the bucket, but only the one that was signed', async () => {
    const alias = here.host.replace('.cos.', '.cos-alias.');
    expect((await here.ask({ key: KEY, host: alias })).text).toBe('hello');
    const target = here.presign({ key: KEY, host: alias });
    expect((await here.raw({ target, host: alias })).status).toBe(200);
    expect((await here.raw({ target })).code).toBe('SignatureDoesNotMatch');
  });

  test('with nothing listed, for unlisted headers and parameters are not protected', async () => {
    const headers = { Authorization: authorize(), 'x-cos-meta-extra': 'unsigned' };
    expect((await here.raw({ target: `${TARGET}?unknown=1`, headers })).text).toBe('hello');
  });

  test('whether or not the token is among the signed headers', async () => {
    const keys = temporary();
    const token = { 'x-cos-security-token': keys.sessionToken };
    const signing = { secretId: keys.tmpSecretId, secretKey: keys.tmpSecretKey };
    const headers = { ...token, Authorization: authorize({ ...signing, headers: token }) };
    expect((await here.raw({ target: TARGET, headers })).status).toBe(200);
  });
});

describe('a signature that does not match', () => {
  test.each<[string, () => Parameters<TestCos['raw']>[0]]>([
    ['the wrong secret', () => ({ target: TARGET, headers: { Authorization: authorize({ secretKey: 'x' }) } })],
    ['another method', () => ({ target: TARGET, method: 'HEAD', headers: { Authorization: authorize() } })],
    ['another key', () => ({ target: `${TARGET}x`, headers: { Authorization: authorize() } })],
    [
      'a path signed percent-encoded',
      () => ({ target: TARGET, headers: { Authorization: authorize({ path: TARGET }) } }),
    ],
    [
      'a listed header with another value',
      () => ({
        target: TARGET,
        headers: { Range: 'bytes=0-1', Authorization: authorize({ headers: { range: 'bytes=0-0' } }) },
      }),
    ],
    [
      'a listed header that did not come',
      () => ({ target: TARGET, headers: { Authorization: authorize({ headers: { range: 'bytes=0-0' } }) } }),
    ],
    [
      'a listed parameter that did not come',
      () => ({ target: TARGET, headers: { Authorization: authorize({ query: { versionid: '' } }) } }),
    ],
  ])('%s', async (_name, request) => {
    const answer = await here.raw(request());
    expect(answer.status).toBe(403);
    expect(answer.headers['x-cos-request-id']).toBeTruthy();
  });

  test('is answered with what the server computed', async () => {
    const answer = await here.raw({
      target: `${TARGET}?response-expires=a%20b&unlisted=1`,
      headers: { Authorization: authorize({ secretKey: 'x', query: { 'response-expires': 'a b' } }) },
    });
    expect(answer.code).toBe('SignatureDoesNotMatch');
    expect(answer.text).toContain('<Message>The Signature you specified is invalid.</Message>');
    expect(answer.text).toContain(
      `<FormatString>get\n/${KEY.replace("'", '&apos;')}\nresponse-expires=a%20b\n\n</FormatString>`,
    );
    expect(answer.text).toMatch(/<StringToSign>sha1\n\d+;\d+\n[0-9a-f]{40}\n<\/StringToSign>/);
  });

  test('a header list that was widened after signing', async () => {
    // Signed as if nothing was listed, then the list is widened: the two strings are the same unless the server looks.
    const widened = authorize().replace('q-header-list=&', 'q-header-list=x-cos-acl&');
    expect((await here.raw({ target: TARGET, headers: { Authorization: widened } })).code).toBe(
      'SignatureDoesNotMatch',
    );
  });
});

describe('an authorization that makes no sense is refused, never taken for nobody', () => {
  test.each<[string, (good: string) => string]>([
    ['an S3 signature', () => 'AWS4-HMAC-SHA256 Credential=AKIA/20260101/x/s3/aws4_request'],
    ['a missing field', (good) => good.replace(/&q-key-time=[^&]*/, '')],
    ['a field twice', (good) => `${good}&q-ak=EMULATORx`],
    ['another algorithm', (good) => good.replace('sha1', 'sha256')],
    ['times that are no numbers', (good) => good.replace(/=\d+;\d+/g, '=now;later')],
    ['an end before its start', (good) => good.replace(/=\d+;\d+/g, `=${now() + 200};${now() + 100}`)],
    ['two different windows', (good) => good.replace(/q-sign-time=\d+;/, 'q-sign-time=1;')],
  ])('%s', async (_name, spoil) => {
    const answer = await here.raw({ target: TARGET, headers: { Authorization: spoil(authorize()) } });
    expect([answer.status, answer.code]).toEqual([403, 'AccessDenied']);
  });

  test('two signatures at once', async () => {
    const answer = await here.raw({ target: here.presign({ key: KEY }), headers: { Authorization: authorize() } });
    expect([answer.status, answer.code]).toEqual([403, 'AccessDenied']);
  });

  test('a token whose + was not encoded', async () => {
    const target = `${here.presign({ key: KEY })}&x-cos-security-token=a+b`;
    expect((await here.raw({ target })).status).toBe(400);
  });
});

describe('time', () => {
  test('a window that is over: expired, with the server time to learn from', async () => {
    const target = here.presign({ key: KEY, window: [-10, 60] });
    expect((await here.raw({ target })).status).toBe(200);
    here.cos.control.moveClock(62_000);
    const answer = await here.raw({ target });
    expect([answer.status, answer.code]).toEqual([403, 'AccessDenied']);
    expect(answer.text).toContain('<Message>Request has expired</Message>');
    const serverTime = /<ServerTime>(.*?)<\/ServerTime>/.exec(answer.text)?.[1] ?? '';
    expect(serverTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(Date.parse(serverTime)).toBe(Date.parse(answer.headers.date ?? ''));
    expect(Math.abs(Date.parse(serverTime) - Date.now() - 62_000)).toBeLessThan(3000);
  });

  test('a start in the future: a quarter of an hour is tolerated', async () => {
    expect((await here.ask({ key: KEY, window: [890, 2000] })).status).toBe(200);
    const answer = await here.ask({ key: KEY, window: [920, 2000] });
    expect([answer.status, answer.code]).toEqual([403, 'RequestTimeTooSkewed']);
  });

  test('a temporary key ends when it said, though the signature would live on', async () => {
    const keys = temporary(60);
    expect(keys.expiredTime - keys.startTime).toBe(60);
    const target = here.presign({ key: KEY, keys, window: [-1, 3600] });
    expect((await here.raw({ target })).status).toBe(200);
    here.cos.control.moveClock(61_000);
    const answer = await here.raw({ target });
    expect([answer.status, answer.code]).toEqual([400, 'ExpiredToken']);
  });
});

describe('keys', () => {
  test('unknown, revoked, without its token, with another one: all unknown', async () => {
    const [keys, other] = [temporary(), temporary()];
    const unknown = { secretId: 'EMULATORnobody', secretKey: 'x' };
    const withoutToken = { secretId: keys.tmpSecretId, secretKey: keys.tmpSecretKey };
    here.cos.control.revokeKeys(other.tmpSecretId);
    for (const asked of [unknown, withoutToken, { ...keys, sessionToken: other.sessionToken }, other]) {
      const answer = await here.ask({ key: KEY, keys: asked });
      expect([answer.status, answer.code]).toEqual([403, 'InvalidAccessKeyId']);
    }
  });

  test('nobody gets nothing from a private bucket', async () => {
    const answer = await here.ask({ key: KEY, keys: null });
    expect([answer.status, answer.code]).toEqual([403, 'AccessDenied']);
  });

  test('a policy is enforced for keys and listings alike', async () => {
    const resource = [`qcs::cos:${REGION}:uid/1250000000:${BUCKET}/mine/*`];
    const keys = here.cos.issueKeys({
      policy: {
        version: '2.0',
        statement: [{ effect: 'allow', action: ['name/cos:GetBucket', 'name/cos:PutObject'], resource }],
      },
    });
    const statuses = [
      await here.ask({ keys, query: { prefix: 'mine/' } }),
      await here.ask({ keys, query: { prefix: 'min' } }),
      await here.ask({ keys }),
      await here.ask({ keys, method: 'PUT', key: 'mine/a', body: 'x' }),
      await here.ask({ keys, method: 'PUT', key: 'yours/a', body: 'x' }),
      await here.ask({ keys, key: 'mine/a' }),
    ].map((answer) => answer.status);
    expect(statuses).toEqual([200, 403, 403, 200, 403, 403]);
  });

  test('ids that could be real are refused at the start', async () => {
    await expect(startTestCos({ accounts: [{ secretId: 'AKIDxxxxxxxx', secretKey: 'x' }] })).rejects.toThrowError(
      'EMULATOR',
    );
  });
});

describe('a public bucket', () => {
  let open: TestCos;
  beforeAll(async () => {
    open = await startTestCos({
      buckets: [{ name: BUCKET, region: REGION, acl: 'public-read' }],
      expiredTokenStatus: 403,
    });
    await open.cos.control.putObject(BUCKET, 'a', Buffer.from('open'));
  });
  afterAll(() => open.cos.close());

  test('lets everyone read and list, and nobody write', async () => {
    expect((await open.ask({ keys: null, key: 'a' })).text).toBe('open');
    expect((await open.ask({ keys: null })).status).toBe(200);
    expect((await open.ask({ keys: null, key: 'missing' })).code).toBe('NoSuchKey');
    expect((await open.ask({ keys: null, method: 'DELETE', key: 'a' })).status).toBe(403);
    expect((await open.ask({ keys: null, method: 'PUT', key: 'b', body: 'x' })).status).toBe(403);
  });

  test('refuses a bad signature all the same', async () => {
    expect((await open.ask({ key: 'a', window: [-100, -50] })).status).toBe(403);
    expect((await open.ask({ key: 'a', keys: { ...ACCOUNT, secretKey: 'wrong' } })).status).toBe(403);
  });

  test('and answers an expired token with 403 when asked to', async () => {
    const keys = open.cos.issueKeys({ policy: EVERYTHING, durationSeconds: 1 });
    open.cos.control.moveClock(2000);
    const answer = await open.ask({ key: 'a', keys });
    open.cos.control.moveClock(0);
    expect([answer.status, answer.code]).toEqual([403, 'ExpiredToken']);
  });
});
