import { assert, asyncProperty, boolean, constantFrom, integer, string, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '#cos/createColumnWriter.ts';
import { compareKeys } from '#cos/compareKeys.ts';
import type { ListObjectsInput } from '#cos/CosCalls.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { INTERACTIVE_RETRY_POLICY } from '#cos/retryPolicy.ts';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { createListingIndex } from './createListingIndex.ts';
import { listInto, type ListIntoOptions } from './listInto.ts';

/** A sorted bucket that answers every page in the same time and counts them. */
function bucketOf(sorted: readonly string[], pageRows = 1000) {
  const seen = { requests: 0, atOnce: 0 };
  let open = 0;
  const listObjectColumns = async ({ prefix, marker = '' }: ListObjectsInput) => {
    seen.requests += 1;
    open += 1;
    seen.atOnce = Math.max(seen.atOnce, open);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
    let low = 0;
    for (let high = sorted.length; low < high;) {
      const middle = (low + high) >>> 1;
      if (compareKeys(sorted[middle] ?? '', marker) <= 0) low = middle + 1;
      else high = middle;
    }
    const page = sorted.slice(low, low + pageRows);
    const objects = page.map((key) => ({ key, sizeBytes: 1, lastModified: new Date(0), etag: '', storageClass: 'S' }));
    const last = page.at(-1);
    const isLast = low + pageRows >= sorted.length || last === undefined;
    return { columns: columnsOf(prefix, [], objects), ...(isLast ? {} : { nextMarker: last }) };
  };
  return { cos: { listObjectColumns, location: { bucket: 'b-1', region: 'r' } }, seen };
}

async function listed(
  cos: Pick<CosClient, 'listObjectColumns' | 'location'>,
  prefix = '',
  { recursive = false, ...options }: ListIntoOptions & { recursive?: boolean } = {},
) {
  const index = createListingIndex(prefix, { isRecursive: recursive });
  await listInto(cos, index, options);
  return Array.from(index.rows(), (row) => {
    const entry = index.entryOf(row);
    return entry.type === 'folder' ? entry.prefix : entry.key;
  });
}

const numbered = (count: number, name: (n: string) => string, digits = 9): string[] =>
  Array.from({ length: count }, (_, n) => name(String(n).padStart(digits, '0'))).toSorted(compareKeys);

const page = (keys: readonly string[], nextMarker?: string) => ({
  columns: columnsOf(
    '',
    [],
    keys.map((key) => ({ key, sizeBytes: 1, lastModified: new Date(0), etag: '', storageClass: 'S' })),
  ),
  ...(nextMarker === undefined ? {} : { nextMarker }),
});

describe('listInto', () => {
  test('one page is one request', async () => {
    const { cos, seen } = bucketOf(numbered(1000, (n) => n));
    expect(await listed(cos)).toHaveLength(1000);
    expect(seen.requests).toBe(1);
  });

  test.each([
    ['numbers', numbered(40_000, (n) => `photos/trip-${n}.jpg`)],
    ['numbers without zeros', numbered(40_000, (n) => `log/${Number(n)}`)],
    ['a long beginning in common', numbered(40_000, (n) => `${'all/of/them/begin/alike/'.repeat(4)}${n}`)],
    ['hashes', numbered(40_000, (n) => (Math.imul(Number(n), 0x9e3779b1) >>> 0).toString(16).padStart(8, '0'))],
    ['days and hours', numbered(40_000, (n) => `2024/${n.slice(-5, -3)}/${n.slice(-3, -1)}/蜂-${n.slice(-1)}-${n}`)],
    ['two far apart', [...numbered(25_000, (n) => `a/${n}`), ...numbered(15_000, (n) => `z/deep/${n}`)]],
  ])('forty pages of %s come many at once, and few questions are for nothing', async (_name, keys) => {
    const { cos, seen } = bucketOf(keys);
    const found = await listed(cos, '', { recursive: true });
    // Not `toEqual`: what differs would take minutes to print.
    expect(found.length).toBe(keys.length);
    expect(found.findIndex((key, at) => key !== keys[at])).toBe(-1);
    expect(seen.requests).toBeLessThan(40 + 80);
    expect(seen.atOnce).toBeGreaterThanOrEqual(8);
  });

  test('whatever the names, the pages and the lanes: every key once, in the order of COS', async () => {
    const unit = constantFrom(
      'a',
      'b',
      '/',
      '/',
      ' ',
      '!',
      '0',
      '\u0001',
      '\uFFFF',
      '\uE000',
      '蜂',
      '🐝',
      '\u{10FFFF}',
    );
    const key = string({ unit, minLength: 1, maxLength: 8 });
    await assert(
      asyncProperty(
        uniqueArray(key, { maxLength: 60, size: 'max' }),
        constantFrom('', '/', 'a/', 'a', '蜂/'),
        boolean(),
        integer({ min: 2, max: 7 }),
        integer({ min: 1, max: 6 }),
        async (keys, prefix, recursive, pageRows, maxLanes) => {
          const inner = new InMemoryCosClient();
          for (const each of keys) inner.seed(each);
          const cos: Pick<CosClient, 'listObjectColumns' | 'location'> = {
            location: inner.location,
            listObjectColumns: (input, options) => inner.listObjectColumns({ ...input, maxKeys: pageRows }, options),
          };
          const below = keys.filter((each) => each.startsWith(prefix) && each !== prefix).toSorted(compareKeys);
          const cut = (each: string): number => (recursive ? -1 : each.indexOf('/', prefix.length));
          const folders = [
            ...new Set(below.filter((each) => cut(each) >= 0).map((each) => each.slice(0, cut(each) + 1))),
          ];
          const objects = below.filter((each) => cut(each) < 0);
          expect(await listed(cos, prefix, { recursive, maxLanes, worthRows: 1 })).toEqual([...folders, ...objects]);
        },
      ),
      { numRuns: 300 },
    );
  });

  const AT_ONCE = { ...INTERACTIVE_RETRY_POLICY, maxAttempts: 1 };
  test.each([
    ['a marker that repeats', page(['b'], 'a')],
    ['a marker that goes back', page(['b'], 'Z')],
    ['a key that repeats', page(['b', 'b'])],
    ['keys in no order', page(['c', 'b'])],
  ])('%s is a broken listing, never a short one', async (_name, second) => {
    const cos = new FakeCosClient();
    const listing = listed(cos);
    (await cos.next('listObjectColumns')).succeed(page(['a'], 'a'));
    (await cos.next('listObjectColumns')).succeed(second);
    await expect(listing).rejects.toMatchObject({ failure: { kind: 'integrity', code: 'ListingBroken' } });
  });

  test('a page that is refused ends the whole, and the other lanes stop', async () => {
    const cos = new FakeCosClient();
    const listing = listed(cos, '', { worthRows: 0, policy: AT_ONCE });
    (await cos.next('listObjectColumns')).succeed(page(['a', 'b', 'c'], 'c'));
    const calls = [await cos.next('listObjectColumns'), await cos.next('listObjectColumns')];
    calls[1]?.fail(serviceFailure('AccessDenied', { status: 403 }));
    await expect(listing).rejects.toMatchObject({ failure: { code: 'AccessDenied' } });
    expect(calls[0]?.isSettled).toBe(true);
  });

  test('an abort ends it with the reason', async () => {
    const cos = new FakeCosClient();
    const abort = new AbortController();
    const listing = listed(cos, '', { signal: abort.signal });
    await cos.next('listObjectColumns');
    abort.abort();
    await expect(listing).rejects.toBe(abort.signal.reason);
  });
});

test.each([
  [0, ['x']],
  [5, ['', 'x']],
])('the object that makes the folder itself, with %i bytes', async (bytes, names) => {
  const cos = new InMemoryCosClient();
  cos.seed('a/', 'x'.repeat(bytes));
  cos.seed('a/x');
  const index = createListingIndex('a/');
  await listInto(cos, index);
  expect(Array.from(index.rows(), (row) => index.nameOf(row))).toEqual(names);
  expect(index.rowOf('a/') >= 0).toBe(bytes > 0);
});
