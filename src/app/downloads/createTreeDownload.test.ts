import { expect, test } from 'vitest';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import type { DiskTree } from '#files/createDiskTree.ts';
import { createPathNamer } from '#files/createPathNamer.ts';
import type { DownloadSink } from '#files/DownloadSink.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { TransferId } from '#transfers/TransferState.ts';
import { createTreeDownload } from './createTreeDownload.ts';

const connection = { id: 'main' } as Connection;
const folder = (prefix: string): ListingEntry => ({ type: 'folder', prefix, name: prefix });

/** A tree without a disk: it names files as the real one does. */
function fakeTree(): DiskTree & { readonly made: string[] } {
  const namer = createPathNamer();
  const made: string[] = [];
  return {
    made,
    addFile: (relativeKey) => ({ path: namer.file(relativeKey), sink: {} as DownloadSink }),
    addFolder: async (relativeKey) => void made.push(namer.folder(relativeKey).join('/')),
  };
}

function setup(cos: CosClient, isCancelled: (id: TransferId) => boolean = () => false) {
  const added: string[] = [];
  const waits: (() => void)[] = [];
  let hasRoom = true;
  const download = createTreeDownload({
    cosFor: () => cos,
    isCancelled,
    untilThereIsRoom: () => (hasRoom ? Promise.resolve() : new Promise((resolve) => waits.push(resolve))),
    engine: {
      addDownloads: (downloads) => {
        added.push(...downloads.map(({ key, name }) => `${key} as ${name}`));
        return downloads.map(({ key }) => key);
      },
    },
  });
  const fill = (): void => void (hasRoom = false);
  return { added, download, fill, waits };
}

test('a chosen folder comes whole: files under safe names, folder markers as folders', async () => {
  const cos = new InMemoryCosClient();
  for (const key of ['in/f/', 'in/f/a.txt', 'in/f/A.txt', 'in/f/x:y/b', 'in/f/empty/', 'in/other']) {
    cos.seed(key, key.endsWith('/') ? '' : 'text');
  }
  const { added, download } = setup(cos);
  const tree = fakeTree();
  const outcome = await download(connection, 'in/', [folder('in/f/')], tree);
  expect(added).toEqual(['in/f/A.txt as A.txt', 'in/f/a.txt as a (1).txt', 'in/f/x:y/b as b']);
  expect(tree.made).toEqual(['f', 'f/empty']);
  expect(outcome).toEqual({
    added: 3,
    failed: [],
    renamed: {
      count: 2,
      examples: [
        { from: 'f/a.txt', to: 'f/a (1).txt' },
        { from: 'f/x:y/b', to: 'f/x_y/b' },
      ],
    },
  });
});

const page = (keys: readonly string[], nextMarker?: string) => ({
  objects: keys.map((key) => ({ key, sizeBytes: 1, lastModified: new Date(0), etag: 'e', storageClass: 'STANDARD' })),
  commonPrefixes: [],
  ...(nextMarker === undefined ? {} : { nextMarker }),
});

test('a listing that breaks off is told, and the other folders still come', async () => {
  const cos = new FakeCosClient();
  const { added, download } = setup(cos);
  const outcome = download(connection, '', [folder('a/'), folder('b/')], fakeTree());
  (await cos.next('listObjects')).succeed(page(['a/1'], 'a/1'));
  (await cos.next('listObjects')).fail(serviceFailure('AccessDenied'));
  (await cos.next('listObjects')).succeed(page(['b/1']));
  expect(await outcome).toMatchObject({ added: 2, failed: [{ prefix: 'a/', failure: { code: 'AccessDenied' } }] });
  expect(added).toEqual(['a/1 as 1', 'b/1 as 1']);
});

test('files start while the listing goes on, and it goes on when there is room', async () => {
  const cos = new FakeCosClient();
  const { added, download, fill, waits } = setup(cos);
  fill();
  const outcome = download(connection, '', [folder('a/')], fakeTree());
  (await cos.next('listObjects')).succeed(page(['a/1'], 'a/1'));
  await expect.poll(() => waits.length).toBe(1);
  expect([added, cos.calls.length]).toEqual([['a/1 as 1'], 1]);
  waits[0]?.();
  (await cos.next('listObjects')).succeed(page(['a/2']));
  await expect.poll(() => waits.length).toBe(2);
  waits[1]?.();
  expect(await outcome).toMatchObject({ added: 2 });
});

test('who cancels everything that has come does not get the rest', async () => {
  const cos = new FakeCosClient();
  const { added, download } = setup(cos, () => true);
  const outcome = download(connection, '', [folder('a/'), folder('b/')], fakeTree());
  (await cos.next('listObjects')).succeed(page(['a/1'], 'a/1'));
  (await cos.next('listObjects')).succeed(page(['a/2'], 'a/2'));
  expect(await outcome).toMatchObject({ added: 1 });
  expect(added).toEqual(['a/1 as 1']);
});
