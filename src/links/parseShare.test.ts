import { describe, expect, test } from 'vitest';
import { toBase64Url } from './base64Url.ts';
import { digestOf, encodeManifest, encodeShare } from './encodeShare.ts';
import { packText } from './packText.ts';
import { parseManifest, parseShare } from './parseShare.ts';
import { shareLimits } from './shareLimits.ts';
import type { SharedObject, SharePackage } from './SharePackage.ts';

const SIGNATURE = '0123456789abcdef0123456789abcdef01234567';
const TERMS = {
  title: '照片 2026',
  prefix: 'photos/',
  bucket: 'media-1250000000',
  region: 'ap-guangzhou',
  origin: 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com',
  secretId: 'AKID-example_1',
  sessionToken: 'to+ken/==',
  startSeconds: 1_700_000_000,
  endSeconds: 1_700_003_600,
};
const SHARE: SharePackage = { ...TERMS, objects: [{ key: 'photos/a.jpg', sizeBytes: 5, signature: SIGNATURE }] };

/** A small generator with a seed, so that what fails once fails again. */
function randomFrom(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

const LETTERS = [
  'a',
  'Z',
  '0',
  ' ',
  '+',
  '%',
  '&',
  '=',
  '#',
  '/',
  '"',
  '\\',
  '\n',
  '\u202E',
  '报',
  '告',
  '😀',
  '<b>',
  '..a',
];

function randomObjects(seed: number, prefix: string): SharedObject[] {
  const random = randomFrom(seed);
  return Array.from({ length: 1 + random(40) }, (_, at) => ({
    key: `${prefix}${at}-${Array.from({ length: random(20) }, () => LETTERS[random(LETTERS.length)]).join('')}x`,
    sizeBytes: random(2) === 0 ? 0 : random(2 ** 32) * 4096,
    signature: Array.from({ length: 40 }, () => random(16).toString(16)).join(''),
  }));
}

describe('a share comes back as it was made', () => {
  test.each(Array.from({ length: 60 }, (_, seed) => seed))('share %i', async (seed) => {
    const prefix = seed % 3 === 0 ? '' : `文件夹 ${seed}/`;
    const share = { ...TERMS, prefix, objects: randomObjects(seed, prefix) };
    const fragment = await encodeShare(share);
    expect(fragment).toMatch(/^\/s\/[\w-]+$/);
    expect(await parseShare(fragment)).toEqual(share);
  });

  test('with its list in the bucket', async () => {
    const objects = randomObjects(7, 'photos/');
    const bytes = await encodeManifest('photos/', objects);
    const digest = await digestOf(bytes);
    const manifest = { key: '.beeline/x', sizeBytes: bytes.length, signature: SIGNATURE, digest };
    const found = await parseShare(await encodeShare({ ...TERMS, manifest }));
    expect(found).toEqual({ ...TERMS, manifest });
    expect(await parseManifest(bytes, manifest, 'photos/')).toEqual(objects);
    const other = await encodeManifest('photos/', objects.slice(1));
    await expect(parseManifest(other, manifest, 'photos/')).rejects.toThrow('ShareDamaged');
  });

  test('a hundred objects fit into an address that everything carries', async () => {
    const objects = randomObjects(3, 'photos/').concat();
    const many = Array.from({ length: 100 }, (_, at) => ({
      ...(objects[at % objects.length] ?? { sizeBytes: 0, signature: SIGNATURE }),
      key: `photos/IMG_${1000 + at}.jpg`,
    }));
    const fragment = await encodeShare({ ...TERMS, sessionToken: 'x'.repeat(600), objects: many });
    expect(fragment.length).toBeLessThan(shareLimits.addressLength);
  });
});

const packed = async (json: unknown): Promise<string> => `/s/${toBase64Url(await packText(JSON.stringify(json)))}`;
const fields = {
  v: 1,
  b: TERMS.bucket,
  r: TERMS.region,
  o: TERMS.origin,
  k: TERMS.secretId,
  t: TERMS.sessionToken,
  w: [1_700_000_000, 1_700_003_600],
  n: 'title',
  p: 'photos/',
  f: [['a.jpg'], [5], 'ASNFZ4mrze8BI0VniavN7wEjRWc'],
};

test('the hostile fragments below differ from a good one in what is said', async () => {
  expect(await parseShare(await packed(fields))).toMatchObject({ objects: SHARE.objects });
});

const signatures = (count: number): string => 'ASNFZ4mrze8BI0VniavN7wEjRWc'.repeat(count);
test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a list', []],
  ['no host', { ...fields, o: undefined }],
  ['a host with a path', { ...fields, o: `${TERMS.origin}/x` }],
  ['a host with a user', { ...fields, o: 'https://a@b.example' }],
  ['a host without TLS', { ...fields, o: 'http://media.example' }],
  ['a script for a host', { ...fields, o: 'javascript:alert(1)' }],
  ['a bucket that is a path', { ...fields, b: '../x-1250000000' }],
  ['a region that is a host', { ...fields, r: 'evil.example' }],
  ['a key with an ampersand', { ...fields, k: 'a&q-sign-time=1' }],
  ['a token with a line break', { ...fields, t: 'a\nb' }],
  ['a token that is too long', { ...fields, t: 'a'.repeat(9000) }],
  ['an end before its start', { ...fields, w: [20, 10] }],
  ['an end that is text', { ...fields, w: [10, '20'] }],
  ['a title that is too long', { ...fields, n: 'a'.repeat(301) }],
  ['a title that is an object', { ...fields, n: { toString: 'a' } }],
  ['a prefix without a slash', { ...fields, p: 'photos' }],
  ['no objects', { ...fields, f: [[], [], ''] }],
  ['more names than sizes', { ...fields, f: [['a', 'b'], [1], signatures(2)] }],
  ['fewer signatures than names', { ...fields, f: [['a', 'b'], [1, 2], signatures(1)] }],
  ['a name twice', { ...fields, f: [['a', 'a'], [1, 2], signatures(2)] }],
  ['a name that leaves the folder', { ...fields, f: [['../a'], [1], signatures(1)] }],
  ['a name that is the bucket', { ...fields, p: '', f: [[''], [1], signatures(1)] }],
  ['a name that is too long', { ...fields, f: [['a'.repeat(900)], [1], signatures(1)] }],
  ['half a letter for a name', { ...fields, f: [['\uD800'], [1], signatures(1)] }],
  ['a negative size', { ...fields, f: [['a'], [-1], signatures(1)] }],
  ['half a byte', { ...fields, f: [['a'], [1.5], signatures(1)] }],
  ['a signature that is none', { ...fields, f: [['a'], [1], '!'.repeat(27)] }],
  ['objects and a list', { ...fields, m: [['a'], [1], signatures(1), 'A'.repeat(22)] }],
  ['two lists', { ...fields, f: undefined, m: [['a', 'b'], [1, 2], signatures(2), 'A'.repeat(22)] }],
  ['a list that is too long', { ...fields, f: undefined, m: [['a'], [1e9], signatures(1), 'A'.repeat(22)] }],
  ['a field nobody knows', { ...fields, endpoint: 'https://evil.example' }],
  ['a prototype', JSON.parse('{"__proto__":{"v":1}}')],
])('%s is no share', async (_what, json) => {
  await expect(parseShare(await packed(json ?? null))).rejects.toThrow('ShareDamaged');
});

test('a share of a later version says so', async () => {
  await expect(parseShare(await packed({ ...fields, v: 2, x: [] }))).rejects.toThrow('ShareNewer');
});

test('an address that was cut, mistyped or padded is no share, wherever it happened', async () => {
  const fragment = await encodeShare(SHARE);
  for (let at = 0; at < fragment.length; at += 7) {
    await expect(parseShare(fragment.slice(0, at))).rejects.toThrow('ShareDamaged');
    if (at < 3) continue;
    const other = fragment[at] === 'A' ? 'B' : 'A';
    await expect(parseShare(fragment.slice(0, at) + other + fragment.slice(at + 1))).rejects.toThrow('ShareDamaged');
  }
  for (const extra of ['=', '%41', '?x', '#', '\0', ' ']) {
    await expect(parseShare(fragment + extra)).rejects.toThrow('ShareDamaged');
  }
});

test('what unpacks to very much is stopped, and what is very long is not even unpacked', async () => {
  const bomb = await packed({ ...fields, n: 'a'.repeat(20_000_000) });
  expect(bomb.length).toBeLessThan(shareLimits.fragmentLength);
  await expect(parseShare(bomb)).rejects.toThrow('its contents');
  await expect(parseShare(`/s/${'A'.repeat(shareLimits.fragmentLength + 1)}`)).rejects.toThrow('its length');
});
