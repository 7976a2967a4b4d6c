import { expect, test } from 'vitest';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { countContents } from './countContents.ts';
import { createContentsTally } from './createContentsTally.ts';

const extension = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
const signal = new AbortController().signal;

test('folders count to the last object, selected objects with them, by class and kind', async () => {
  const bucket = new InMemoryCosClient();
  for (let number = 0; number < 2500; number += 1) bucket.seed(`a/${number}/x.jpg`, 'abc');
  bucket.seed('a/', '');
  bucket.seed('a/cold.txt', 'abcde', { storageClass: 'ARCHIVE' });
  bucket.seed('ab.txt', 'not below');
  bucket.seed('one.txt', 'z');
  const { objects } = await bucket.listObjects({ prefix: 'one.txt' });
  const tally = createContentsTally(extension);
  const seen: number[] = [];
  await countContents(
    bucket,
    [
      { type: 'folder', prefix: 'a/', name: 'a' },
      ...objects.map((object) =>
        Object.assign({ type: 'object' as const, name: 'one.txt', addressable: true }, object),
      ),
    ],
    tally,
    { signal, onProgress: () => seen.push(tally.count().objects) },
  );
  const { newest, ...count } = tally.count();
  expect(count).toEqual({
    objects: 2503,
    bytes: 2500 * 3 + 5 + 1,
    largestBytes: 5,
    byClass: new Map([
      ['STANDARD', { objects: 2502, bytes: 7501 }],
      ['ARCHIVE', { objects: 1, bytes: 5 }],
    ]),
    byKind: new Map([
      ['a/', { objects: 1, bytes: 0 }],
      ['jpg', { objects: 2500, bytes: 7500 }],
      ['txt', { objects: 2, bytes: 6 }],
    ]),
  });
  expect(newest).toBeInstanceOf(Date);
  expect(seen.length).toBeGreaterThan(2);
});

test('stopping leaves what was counted', async () => {
  const bucket = new InMemoryCosClient();
  for (let number = 0; number < 3000; number += 1) bucket.seed(`a/${number}`, 'a');
  const stop = new AbortController();
  const tally = createContentsTally(extension);
  const counting = countContents(bucket, [{ type: 'folder', prefix: 'a/', name: 'a' }], tally, {
    signal: stop.signal,
    onProgress: () => stop.abort(new DOMException('enough', 'AbortError')),
  });
  await expect(counting).rejects.toThrow('enough');
  expect(tally.count().objects).toBeGreaterThanOrEqual(1000);
  expect(tally.count().objects).toBeLessThan(3000);
});
