import { expect, test } from 'vitest';
import { someConnection as connection } from '#config/testing/someConnection.ts';
import { MOST_NARROWED_KEYS } from './fetchNarrowKeys.ts';
import { linkQuery } from './linkQuery.ts';
import { mintLinks } from './mintLinks.ts';
import { presignGet } from './presignGet.ts';
import { keysFor, linkServices, NOW } from './testing/linkServices.ts';

const setUp = () => linkServices(({ purpose }) => keysFor(1800, { narrowed: purpose === 'share' }));

const wishesFor = (keys: readonly string[]) =>
  keys.map((key) => ({ key, query: { 'response-content-type': 'application/octet-stream' } }));

test('links to several objects share one question, one end and one token', async () => {
  const { asked, services } = setUp();
  const minted = await mintLinks({ ...services, wishes: wishesFor(['a', 'b/c', 'a', '..']), lifeSeconds: 600 });
  expect(asked).toEqual([{ purpose: 'share', keys: ['a', 'b/c'], durationSeconds: 660 }]);
  expect(minted).toMatchObject({ limitedBy: 'asked', narrowed: true, unsafe: ['..'], sessionToken: 'to+ken/==' });
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
