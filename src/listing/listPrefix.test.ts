import { describe, expect, test } from 'vitest';
import type { ListedObject } from '#cos/CosObject.ts';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { DEFAULT_RETRY_POLICY } from '#cos/retryPolicy.ts';
import { listPrefix, type ListingPage } from './listPrefix.ts';

const AT_ONCE = { ...DEFAULT_RETRY_POLICY, baseDelayMs: 0 };

async function all(pages: AsyncIterable<ListingPage>): Promise<ListingPage[]> {
  const seen: ListingPage[] = [];
  for await (const page of pages) seen.push(page);
  return seen;
}

function object(key: string): ListedObject {
  return { key, sizeBytes: 1, lastModified: new Date(0), etag: 'e', storageClass: 'STANDARD' };
}

describe('listPrefix', () => {
  test('folders, objects, the marker apart, and keys no URL can name', async () => {
    const cos = new InMemoryCosClient();
    for (const key of ['a/', 'a/1', 'a/b/2', 'a//3', 'a/..', 'z']) cos.seed(key);
    const [page, ...rest] = await all(listPrefix(cos, { prefix: 'a/' }));
    expect(rest).toEqual([]);
    expect(page?.hasMore).toBe(false);
    expect(page?.folderMarker?.key).toBe('a/');
    expect(page?.entries).toMatchObject([
      { type: 'folder', prefix: 'a//', name: '' },
      { type: 'folder', prefix: 'a/b/', name: 'b' },
      { type: 'object', key: 'a/..', name: '..', addressable: false },
      { type: 'object', key: 'a/1', name: '1', addressable: true },
    ]);
  });

  test('recursive lists every key, the marker too', async () => {
    const cos = new InMemoryCosClient();
    for (const key of ['a/', 'a/1', 'a/b/2']) cos.seed(key);
    const [page] = await all(listPrefix(cos, { prefix: 'a/', recursive: true }));
    expect(page?.entries.map((entry) => entry.type === 'object' && entry.key)).toEqual(['a/', 'a/1', 'a/b/2']);
    expect(page?.folderMarker).toBeUndefined();
  });

  test('pages follow the marker, and only when they are wanted', async () => {
    const cos = new FakeCosClient();
    const pages = listPrefix(cos, { prefix: '' });
    const first = pages.next();
    const call = await cos.next('listObjects');
    expect(call.input).toEqual({ prefix: '', delimiter: '/' });
    call.succeed({ objects: [object('a')], commonPrefixes: [], nextMarker: 'a' });
    expect((await first).value).toMatchObject({ hasMore: true });
    expect(cos.calls).toHaveLength(1);
    const second = pages.next();
    const next = await cos.next('listObjects');
    expect(next.input).toEqual({ prefix: '', delimiter: '/', marker: 'a' });
    next.succeed({ objects: [object('b')], commonPrefixes: [] });
    expect((await second).value).toMatchObject({ hasMore: false });
    expect((await pages.next()).done).toBe(true);
  });

  test.each(['b', 'a', ''])('a marker that goes from "b" to %j is the end', async (nextMarker) => {
    const cos = new FakeCosClient();
    const pages = all(listPrefix(cos, { prefix: '' }));
    (await cos.next('listObjects')).succeed({ objects: [], commonPrefixes: [], nextMarker: 'b' });
    (await cos.next('listObjects')).succeed({ objects: [], commonPrefixes: [], nextMarker });
    await expect(pages).rejects.toMatchObject({ failure: { kind: 'integrity', code: 'ListingBroken' } });
  });

  test('a page that fails in passing is asked for again, one that is refused ends the list', async () => {
    const cos = new FakeCosClient();
    const pages = all(listPrefix(cos, { prefix: '' }, { policy: AT_ONCE }));
    (await cos.next('listObjects')).succeed({ objects: [object('a')], commonPrefixes: [], nextMarker: 'a' });
    (await cos.next('listObjects')).fail(serviceFailure('SlowDown'));
    const again = await cos.next('listObjects');
    expect(again.input.marker).toBe('a');
    again.fail(serviceFailure('AccessDenied'));
    await expect(pages).rejects.toMatchObject({ failure: { code: 'AccessDenied' } });
  });

  test('an abort ends it with the reason', async () => {
    const cos = new FakeCosClient();
    const abort = new AbortController();
    const pages = all(listPrefix(cos, { prefix: '' }, { signal: abort.signal }));
    await cos.next('listObjects');
    abort.abort();
    await expect(pages).rejects.toBe(abort.signal.reason);
  });
});
