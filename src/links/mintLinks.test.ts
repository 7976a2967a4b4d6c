import { expect, test } from 'vitest';
import type { Connection } from '#config/DeploymentConfig.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import type { GetCredentialsOptions } from '#credentials/CredentialsProvider.ts';
import { MOST_NARROWED_KEYS } from './fetchNarrowKeys.ts';
import { linkQuery } from './linkQuery.ts';
import { mintLinks } from './mintLinks.ts';
import { presignGet } from './presignGet.ts';

const NOW = Date.UTC(2026, 0, 1, 12);
const connection: Connection = {
  id: 'a',
  label: 'A',
  bucket: 'a-1250000000',
  region: 'ap-guangzhou',
  prefix: '',
  hosts: [],
  access: 'credentials',
};

function setUp() {
  const asked: GetCredentialsOptions[] = [];
  const services = {
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
  };
  return { asked, services };
}

const wishesFor = (keys: readonly string[]) =>
  keys.map((key) => ({ key, query: { 'response-content-type': 'application/octet-stream' } }));

test('links to several objects share one question, one end and one token', async () => {
  const { asked, services } = setUp();
  const minted = await mintLinks({ ...services, wishes: wishesFor(['a', 'b/c', 'a', '..']), lifeSeconds: 600 });
  expect(asked).toEqual([{ purpose: 'share', keys: ['a', 'b/c'], durationSeconds: 660 }]);
  expect(minted).toMatchObject({ limitedBy: 'asked', narrowed: true, unsafe: ['..'], sessionToken: 'to+ken' });
  expect(minted.expiresAt).toEqual(new Date(NOW + 600_000));
  expect(minted.links.map(({ key }) => key)).toEqual(['a', 'b/c', 'a']);
  expect(new Set(minted.links.map(({ signature }) => signature)).size).toBe(2);
});

test('each is the link that would be made alone, with its token percent-encoded', async () => {
  const { services } = setUp();
  const query = linkQuery({
    disposition: 'inline',
    fileName: `报告 "1"+'2'.pdf`,
    trafficLimit: 819_200,
    versionId: 'v',
  });
  const minted = await mintLinks({ ...services, wishes: [{ key: "a b/报告+(1)'!*.pdf", query }], lifeSeconds: 600 });
  const [link] = minted.links;
  const keys = await services.credentials.get(connection, { purpose: 'share' });
  const alone = await presignGet(connection, link?.key ?? '', query, keys, NOW, 600);
  expect(link?.url).toBe(alone.url);
  expect(link?.url).toContain(`&q-signature=${link?.signature}&x-cos-security-token=to%2Bken`);
});

test('more objects than a policy can name: keys for browsing, renewed first, and it is told', async () => {
  const { asked, services } = setUp();
  const keys = Array.from({ length: MOST_NARROWED_KEYS + 1 }, (_, at) => `${at}`);
  const minted = await mintLinks({ ...services, wishes: wishesFor(keys), lifeSeconds: 3600 });
  expect(asked).toEqual([{ purpose: 'browse', minimumLifeSeconds: 3660 }]);
  expect(minted).toMatchObject({ limitedBy: 'credentials', narrowed: false, expiresAt: new Date(NOW + 1795_000) });
});

test('thousands: progress is told and a signal stops them', async () => {
  const { services } = setUp();
  const keys = Array.from({ length: 3000 }, (_, at) => `f/${at}`);
  const controller = new AbortController();
  const told: number[] = [];
  const minting = mintLinks(
    {
      ...services,
      wishes: wishesFor(keys),
      lifeSeconds: 60,
      onProgress: (done) => {
        told.push(done);
        if (told.length === 2) controller.abort();
      },
    },
    { signal: controller.signal },
  );
  await expect(minting).rejects.toThrow(/abort/i);
  expect(told).toHaveLength(2);
  expect(told[1]).toBeLessThan(3000);
});
