import { expect, test } from 'vitest';
import { someConnection } from '#config/testing/someConnection.ts';
import { makeShare } from './makeShare.ts';
import { parseManifest, parseShare } from './parseShare.ts';
import { shareLimits } from './shareLimits.ts';
import { keysFor, linkServices } from './testing/linkServices.ts';

const connection = { ...someConnection, prefix: 'team/' };

function setUp(count: number) {
  const { asked, services } = linkServices(
    ({ purpose }) => keysFor(1800, { narrowed: purpose === 'share' }),
    connection,
  );
  const written: { readonly key: string; readonly body: Blob }[] = [];
  const options = {
    ...services,
    cos: {
      putObject: async (input: { readonly key: string; readonly body: Blob }) => {
        written.push(input);
        return {};
      },
    },
    objects: Array.from({ length: count }, (_, at) => ({ key: `team/photos/IMG_${at}.jpg`, sizeBytes: at })),
    title: 'photos',
    prefix: 'team/photos/',
    pageUrl: 'https://beeline.example/',
    lifeSeconds: 3600,
  };
  return { asked, written, options };
}

const fragmentOf = (url: string): string => new URL(url).hash.slice(1);

test('a selection goes into its address, signed with keys for these objects alone', async () => {
  const { asked, written, options } = setUp(50);
  const made = await makeShare(options);
  expect(made).toMatchObject({ count: 50, sizeBytes: 1225, leftOut: 0, narrowed: true, limitedBy: 'credentials' });
  expect(made.url.length).toBeLessThan(shareLimits.addressLength);
  expect(asked.map(({ purpose }) => purpose)).toEqual(['share']);
  expect(written).toEqual([]);
  const share = await parseShare(fragmentOf(made.url));
  expect(share).toMatchObject({ title: 'photos', endSeconds: made.expiresAt.getTime() / 1000 });
  expect('objects' in share && share.objects.map(({ key }) => key)).toEqual(options.objects.map(({ key }) => key));
});

test('too much for an address goes into the bucket, below the prefix of the connection', async () => {
  const { written, options } = setUp(600);
  const made = await makeShare(options);
  expect(made.url.length).toBeLessThan(1000);
  expect(made.listKey).toMatch(/^team\/\.beeline-shares\/until-20260101T1310Z-[\w-]{22}$/);
  expect(written.map(({ key }) => key)).toEqual([made.listKey]);
  const share = await parseShare(fragmentOf(made.url));
  if (!('manifest' in share)) throw new Error('no list');
  const bytes = new Uint8Array((await written[0]?.body.arrayBuffer()) ?? new ArrayBuffer());
  const text = new TextDecoder('latin1').decode(bytes);
  expect(text).not.toContain('to+ken');
  expect(await parseManifest(bytes, share.manifest, share.prefix)).toHaveLength(600);
});

test('what no link can carry is left out, and nothing at all is said so', async () => {
  const { options } = setUp(1);
  const unsafe = { key: 'team/photos/../x', sizeBytes: 1 };
  expect(await makeShare({ ...options, objects: [...options.objects, unsafe] })).toMatchObject({
    count: 1,
    leftOut: 1,
  });
  await expect(makeShare({ ...options, objects: [unsafe] })).rejects.toThrow('ShareEmpty');
});
