import { expect, test } from 'vitest';
import { parseConfig } from '#config/parseConfig.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import { encodeManifest, encodeShare, digestOf } from './encodeShare.ts';
import { openShare } from './openShare.ts';
import type { ShareAddress } from './SharePackage.ts';

const ORIGIN = 'https://a-1250000000.cos.ap-guangzhou.myqcloud.com';
const SIGNATURE = '0123456789abcdef0123456789abcdef01234567';
const config = parseConfig(
  { endpoint: { url: '/keys' }, connections: [{ id: 'a', bucket: 'a-1250000000', region: 'ap-guangzhou' }] },
  'https://beeline.example',
);
const TERMS = {
  title: 'T',
  prefix: '',
  bucket: 'a-1250000000',
  region: 'ap-guangzhou',
  origin: ORIGIN,
  secretId: 'id',
  sessionToken: 'token',
  startSeconds: 1_700_000_000,
  endSeconds: 4_000_000_000,
};
const object = (key: string, sizeBytes = 1) => ({ key, sizeBytes, signature: SIGNATURE });

async function opening(share: ShareAddress, answer: (url: URL) => Response) {
  const asked: { readonly url: URL; readonly method: string | undefined; readonly range: string | null }[] = [];
  const refused: string[] = [];
  const opened = openShare({
    config,
    fragment: await encodeShare(share),
    clock: createServerClock(),
    onRefused: ({ code }) => refused.push(code),
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      asked.push({ url, method: init?.method, range: new Headers(init?.headers).get('range') });
      return answer(url);
    },
  });
  return { opened, asked, refused };
}

const oneByte = (): Response =>
  new Response('x', { status: 206, headers: { 'content-range': 'bytes 0-0/1', 'content-length': '1' } });
const refusal = (status: number, code: string, message: string): Response =>
  new Response(`<Error><Code>${code}</Code><Message>${message}</Message></Error>`, { status });
const keyGone = (): Response => refusal(403, 'InvalidAccessKeyId', 'does not exist');
const served = (body: Uint8Array<ArrayBuffer>) => (): Response =>
  new Response(body, { status: 206, headers: { 'content-range': `bytes 0-${body.length - 1}/${body.length}` } });

test('a share is opened with one GET of one byte, of an object that has one', async () => {
  const { opened, asked } = await opening({ ...TERMS, objects: [object('empty', 0), object('b', 1)] }, oneByte);
  expect((await opened).objects.map(({ key }) => key)).toEqual(['empty', 'b']);
  expect(asked.map(({ url, method, range }) => [url.origin, url.pathname, method, range])).toEqual([
    [ORIGIN, '/b', 'GET', 'bytes=0-0'],
  ]);
});

test('a share of a host that is not listed is refused, and nothing is asked', async () => {
  const { opened, asked } = await opening(
    { ...TERMS, origin: 'https://evil.example', objects: [object('a')] },
    oneByte,
  );
  await expect(opened).rejects.toThrow('ShareElsewhere');
  expect(asked).toEqual([]);
});

test('one object that is gone does not close the share', async () => {
  const { opened, refused } = await opening({ ...TERMS, objects: [object('a')] }, () => refusal(404, 'NoSuchKey', 'x'));
  expect((await opened).objects).toHaveLength(1);
  expect(refused).toEqual(['NoSuchKey']);
});

test('a key that was refused is not tried for ever', async () => {
  const { opened, asked, refused } = await opening({ ...TERMS, objects: [object('a')] }, keyGone);
  await expect(opened).rejects.toMatchObject({ failure: { code: 'ShareEnded' } });
  expect(refused).toEqual(['InvalidAccessKeyId']);
  expect(asked).toHaveLength(1);
});

test('a list in the bucket is read, and another one in its place is refused', async () => {
  const bytes = await encodeManifest('', [object('a'), object('b')]);
  const manifest = { ...object('.beeline-shares/x', bytes.length), digest: await digestOf(bytes) };
  const good = await opening({ ...TERMS, manifest }, served(bytes));
  expect((await good.opened).objects.map(({ key }) => key)).toEqual(['a', 'b']);
  const other = await encodeManifest('', [object('a'), object('c')]);
  const bad = await opening({ ...TERMS, manifest }, served(other));
  await expect(bad.opened).rejects.toThrow('ShareDamaged');
});
