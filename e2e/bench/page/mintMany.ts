import COS from 'cos-js-sdk-v5';
import type { CredentialsProvider, TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { linkQuery } from '#links/linkQuery.ts';
import { mintLinks } from '#links/mintLinks.ts';
import { writeLinkList } from '#links/writeLinkList.ts';
import { openConnection } from './openConnection.ts';
import { watchTasks } from './watchTasks.ts';

export interface MintTimes {
  readonly mintMs: number;
  readonly csvMs: number;
  readonly longestTaskMs: number;
  /** Signatures that are not the vendor's. */
  readonly wrong: number;
}

/** Links to this many objects, as the dialog for a selection makes and writes them. */
export async function mintMany(count: number): Promise<MintTimes> {
  const { connection, credentials, clock } = await openConnection(1);
  let keys: TemporaryCredentials | undefined;
  const watched: CredentialsProvider = {
    ...credentials,
    get: async (...wanted) => (keys = await credentials.get(...wanted)),
  };
  const wishes = Array.from({ length: count }, (_, at) => {
    const fileName = `照片 ${at} (1)+'x'.jpg`;
    return { key: `team/2026/${fileName}`, query: linkQuery({ disposition: 'attachment', fileName }) };
  });
  const services = { connection, credentials: watched, clock };
  // The signer loads and the key comes before the clock starts, as they have when a dialog is open.
  await mintLinks({ ...services, wishes: wishes.slice(0, 1), lifeSeconds: 600 });

  const watch = watchTasks();
  const started = performance.now();
  const minted = await mintLinks({ ...services, wishes, lifeSeconds: 600 });
  const mintMs = performance.now() - started;
  const { links, expiresAt, window, origin } = minted;
  const pieces = await writeLinkList('csv', { links, expiresAt, prefix: 'team/', columns: ['Name', 'Ends', 'Link'] });
  const csvMs = performance.now() - started - mintMs;
  const longestTaskMs = await watch.stop();
  if (pieces.length === 0 || links.length !== count) throw new Error(`${links.length} links`);

  const headers = { host: new URL(origin).host };
  const wrong = links.filter(({ key, query, signature }) => {
    // `KeyTime` and `UseRawKey` are there, though its types leave them out.
    const theirs = COS.getAuthorization({
      SecretId: keys?.secretId ?? '',
      SecretKey: keys?.secretKey ?? '',
      Method: 'GET',
      Pathname: `/${key}`,
      UseRawKey: true,
      Query: { ...query },
      Headers: headers,
      KeyTime: `${window.startSeconds};${window.endSeconds}`,
    } as unknown as COS.StaticGetAuthorizationOptions);
    return !theirs.includes(`q-signature=${signature}`);
  }).length;
  return { mintMs, csvMs, longestTaskMs, wrong };
}
