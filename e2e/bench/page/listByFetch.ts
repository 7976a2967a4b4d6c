import { signedTarget, signingWindow } from '#cos/signedTarget.ts';
import { openConnection } from './openConnection.ts';

const PAGE_ROWS = 1000;

/**
 * What no lister can beat: every page of the bucket by plain `fetch`, `lanes` at once over both of its names, with
 * markers and signatures known beforehand, and each answer thrown away as it comes. Milliseconds.
 *
 * @param count keys in the bucket, named `photos-000000.jpg` and so on
 */
export async function listByFetch(count: number, lanes: number): Promise<number> {
  const { connection, credentials } = await openConnection(2);
  const { hosts } = connection;
  const keys = await credentials.get(connection, { purpose: 'browse' });
  const window = signingWindow(Date.now(), 900, keys.expiresAt);
  const pages = Array.from({ length: Math.ceil(count / PAGE_ROWS) }, (_, page) => page);
  const urls = await Promise.all(
    pages.map(async (page) => {
      const marker = page === 0 ? {} : { marker: `photos-${String(page * PAGE_ROWS - 1).padStart(6, '0')}.jpg` };
      const query = { prefix: '', 'encoding-type': 'url', ...marker };
      const origin = hosts[page % hosts.length] ?? '';
      return (await signedTarget(origin, { method: 'GET', query, placement: 'query' }, keys, window)).url;
    }),
  );
  const started = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let page = next++; page < urls.length; page = next++) {
      const answer = await fetch(urls[page] ?? '', { cache: 'no-store' });
      if (!answer.ok) throw new Error(`GET Bucket answered ${answer.status}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return performance.now() - started;
}
