import { describe, expect, test } from 'vitest';
import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import { someConnection } from '#config/testing/someConnection.ts';
import { FailureError } from '#lib/FailureError.ts';
import { signPostPolicy } from '#cos/postPolicy.ts';
import { toBase64Url } from './base64Url.ts';
import { createUploadRequest, type UploadRequestWish } from './createUploadRequest.ts';
import { packText } from './packText.ts';
import { parseUploadRequest } from './parseUploadRequest.ts';
import { keysFor, linkServices, NOW } from './testing/linkServices.ts';
import { uploadRequestConnection } from './uploadRequestConnection.ts';
import { uploadRequestForm } from './uploadRequestForm.ts';
import { uploadRequestPolicy } from './uploadRequestPolicy.ts';

const RANDOM = '0123456789abcdef0123456789abcdef';
const connection = { ...someConnection, hosts: ['https://files.example.com'] };
const wish: UploadRequestWish = {
  folder: '收件/',
  title: '收件',
  note: 'Photos of Friday, please',
  lifeSeconds: 3600,
  maxBytes: 1000,
  contentType: 'image/',
};
const KEYS = { secretId: 'id', secretKey: 'secret-key', sessionToken: 'to+ken/==' };

function setUp(lifeSeconds: number, knowsPurpose = true) {
  const { asked, services } = linkServices(({ purpose, keys }) => {
    if (purpose === 'upload-request' && !knowsPurpose)
      throw new FailureError({ kind: 'credentials', code: 'EndpointRefused', message: '', status: 403 });
    return keysFor(lifeSeconds, { narrowed: keys !== undefined });
  }, connection);
  const make = (changes: Partial<UploadRequestWish> = {}) =>
    createUploadRequest(services, { ...wish, ...changes }, { random: () => RANDOM });
  return { asked, services, make };
}

describe('making', () => {
  test('keys are asked for one prefix of its own, and what was made can be read again', async () => {
    const { asked, make } = setUp(7200);
    const made = await make();
    const prefix = `收件/received-${RANDOM}/`;
    expect(asked).toEqual([{ purpose: 'upload-request', keys: [prefix], durationSeconds: 3660 }]);
    expect(made).toMatchObject({ prefix, limitedBy: 'asked', narrowed: true });
    expect(made.expiresAt.getTime()).toBe(NOW + 3_600_000);
    const request = await parseUploadRequest(made.fragment);
    expect(request).toMatchObject({ prefix, note: wish.note, maxBytes: 1000, contentType: 'image/' });
    expect(request.endSeconds * 1000).toBe(made.expiresAt.getTime());
    const window = { startSeconds: request.startSeconds, endSeconds: request.endSeconds };
    const signed = await signPostPolicy(KEYS, uploadRequestPolicy(request), window);
    const form = new Map(uploadRequestForm(request, `${prefix}a.png`, 'image/png'));
    expect(form.get('q-signature')).toBe(signed.signature);
    expect(form.get('policy')).toBe(signed.policy);
  });

  test('it ends with the key, and says so; a key for uploading will do', async () => {
    const { asked, make } = setUp(600, false);
    const made = await make();
    expect(made).toMatchObject({ limitedBy: 'credentials', narrowed: false });
    expect(made.expiresAt.getTime()).toBeLessThan(NOW + 600_000);
    expect(asked.map(({ purpose }) => purpose)).toEqual(['upload-request', 'upload']);
  });

  test('the secret key is in no address', async () => {
    const { make } = setUp(7200);
    const made = await make();
    const packed = Uint8Array.from(Buffer.from(made.fragment.slice(3), 'base64url'));
    const json = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
    expect(json).toContain(KEYS.sessionToken);
    expect(json).not.toContain(KEYS.secretKey);
  });

  test('two requests of one folder do not share a place', async () => {
    const { services } = setUp(7200);
    const made = [await createUploadRequest(services, wish), await createUploadRequest(services, wish)];
    expect(new Set(made.map(({ prefix }) => prefix)).size).toBe(2);
    for (const { prefix } of made) expect(prefix).toMatch(/^收件\/received-[\da-f]{32}\/$/);
  });
});

test('the text of the policy is part of version 1 of the address', () => {
  const text = uploadRequestPolicy({
    bucket: 'a-1250000000',
    region: 'ap-guangzhou',
    prefix: 'in/x/',
    title: '',
    note: '',
    maxBytes: 5,
    contentType: '',
    secretId: 'id',
    sessionToken: 'token',
    startSeconds: 1_700_000_000,
    endSeconds: 1_700_000_900,
  });
  expect(text).toBe(
    '{"expiration":"2023-11-14T22:28:20.000Z","conditions":[{"bucket":"a-1250000000"},["starts-with","$key","in/x/"],' +
      '["content-length-range",0,5],["starts-with","$Content-Type",""],{"x-cos-forbid-overwrite":"true"},' +
      '["starts-with","$x-cos-security-token",""],{"q-sign-algorithm":"sha1"},{"q-ak":"id"},' +
      '{"q-sign-time":"1700000000;1700000900"}]}',
  );
});

const fragment = async (json: unknown) => `/r/${toBase64Url(await packText(JSON.stringify(json)))}`;

describe('reading what anybody may have written', () => {
  const good = {
    v: 1,
    b: 'a-1250000000',
    r: 'ap-guangzhou',
    p: 'in/x/',
    f: '<b>title</b>',
    n: 'note',
    m: 5,
    c: '',
    k: 'id',
    t: 'token',
    w: [1, 2],
    s: 'a'.repeat(40),
  };
  test('a good one is read', async () => {
    expect(await parseUploadRequest(await fragment(good))).toMatchObject({ prefix: 'in/x/', title: '<b>title</b>' });
  });

  test.each<[string, object]>([
    ['another bucket name', { b: 'evil.example.com/' }],
    ['another region', { r: 'ap-guangzhou.evil.example' }],
    ['the whole bucket', { p: '' }],
    ['no folder', { p: 'in/x' }],
    ['a path that folds', { p: 'in/../' }],
    ['a form field in the key', { p: 'in\r\n/' }],
    ['a template in the key', { p: '${filename}/' }],
    ['more than a form holds', { m: 5_000_000_001 }],
    ['no bytes', { m: 0 }],
    ['a broken size', { m: 1.5 }],
    ['a type that is none', { c: 'image' }],
    ['a type with a line end', { c: 'image/\r\nx' }],
    ['a token with a line end', { t: 'a\r\nb' }],
    ['an empty token', { t: '' }],
    ['an end before its start', { w: [2, 1] }],
    ['times as text', { w: ['1', '2'] }],
    ['a short signature', { s: 'ab' }],
    ['a field nobody knows', { o: 'https://evil.example' }],
    ['a note without end', { n: 'x'.repeat(1001) }],
  ])('%s is not', async (_what, changes) => {
    await expect(parseUploadRequest(await fragment({ ...good, ...changes }))).rejects.toMatchObject({
      failure: { code: 'RequestDamaged' },
    });
  });

  test.each(['', '/r/', '/r/!!!!', '/r/AAAA', '/s/AAAA', `/r/${'A'.repeat(40_000)}`])('%.12s is not', async (text) => {
    await expect(parseUploadRequest(text)).rejects.toMatchObject({ failure: { code: 'RequestDamaged' } });
  });

  test('a cut address, and one that unpacks without end, are not', async () => {
    const whole = await fragment(good);
    await expect(parseUploadRequest(whole.slice(0, -4))).rejects.toMatchObject({ failure: { code: 'RequestDamaged' } });
    const bomb = await fragment({ ...good, n: 'x'.repeat(10_000_000) });
    await expect(parseUploadRequest(bomb)).rejects.toMatchObject({ failure: { code: 'RequestDamaged' } });
  });

  test('a later version says so', async () => {
    await expect(parseUploadRequest(await fragment({ v: 2 }))).rejects.toMatchObject({
      failure: { code: 'RequestNewer' },
    });
  });
});

describe('whose bucket', () => {
  const config = { connections: [connection] } as unknown as DeploymentConfig;
  const place = { bucket: connection.bucket, region: connection.region, title: 't', prefix: 'p/' };

  test('one of the deployment, under its hosts', () => {
    expect(uploadRequestConnection(config, place)).toMatchObject({ hosts: connection.hosts, prefix: 'p/' });
  });

  test('no other', () => {
    for (const other of [{ bucket: 'b-1250000000' }, { region: 'ap-beijing' }]) {
      expect(() => uploadRequestConnection(config, { ...place, ...other })).toThrow(/no bucket of this page/);
    }
  });

  test('one that may be typed in, where that is allowed', () => {
    const typed = { ...config, otherBuckets: { regions: ['ap-beijing'], hosts: [] } };
    expect(uploadRequestConnection(typed, { ...place, region: 'ap-beijing' }).hosts).toEqual([]);
  });
});
