import { expect, test } from 'vitest';
import type { Connection } from '#config/DeploymentConfig.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import type { GetCredentialsOptions } from '#credentials/CredentialsProvider.ts';
import { makeShare } from './makeShare.ts';
import { parseManifest, parseShare } from './parseShare.ts';
import { shareLimits } from './shareLimits.ts';

const NOW = Date.UTC(2026, 0, 1, 12);
const connection: Connection = {
  id: 'a',
  label: 'A',
  bucket: 'a-1250000000',
  region: 'ap-guangzhou',
  prefix: 'team/',
  hosts: [],
  access: 'credentials',
};

function setUp(count: number) {
  const asked: GetCredentialsOptions[] = [];
  const written: { readonly key: string; readonly body: Blob }[] = [];
  const options = {
    connection,
    clock: createServerClock({ now: () => NOW }),
    credentials: {
      get: async (_connection: Connection, wanted: GetCredentialsOptions) => {
        asked.push(wanted);
        const expiresAt = new Date(NOW + 1800_000);
        const narrowed = wanted.purpose === 'share';
        return { secretId: 'id', secretKey: 'secret', sessionToken: 'to+ken', expiresAt, narrowed };
      },
      evict: () => {},
    },
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
  expect(made.listKey).toMatch(/^team\/\.beeline-shares\/[\w-]{22}$/);
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
