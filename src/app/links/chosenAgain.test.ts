import { expect, test } from 'vitest';
import { chosenAgain } from './chosenAgain.ts';

const object = (key: string) => ({ key, sizeBytes: 7, lastModified: new Date(0), etag: 'e', storageClass: 'STANDARD' });

/** A bucket with these keys, in the order of their bytes. */
function bucketOf(...keys: readonly string[]) {
  const asked: unknown[] = [];
  const listObjects = async (input: { readonly prefix: string; readonly maxKeys?: number }) => {
    asked.push(input);
    const below = keys.filter((key) => key.startsWith(input.prefix)).slice(0, input.maxKeys);
    return { objects: below.map(object), commonPrefixes: [] };
  };
  return { asked, cos: { listObjects } };
}
const { signal } = new AbortController();

test('folders are taken as they are, objects as they are now, and what is gone is left out', async () => {
  const { asked, cos } = bucketOf('d/a', 'd/a.txt', 'd/b.txt.old');
  const { entries } = await chosenAgain(cos, ['d/x/', 'd/a', 'd/b.txt'], signal);
  expect(entries).toEqual([
    { type: 'folder', prefix: 'd/x/', name: 'x' },
    { ...object('d/a'), type: 'object', name: 'a', addressable: true },
  ]);
  expect(asked).toEqual([
    { prefix: 'd/a', maxKeys: 1 },
    { prefix: 'd/b.txt', maxKeys: 1 },
  ]);
});

test('when nothing is there, that is what is wrong', async () => {
  await expect(chosenAgain(bucketOf().cos, ['a', 'b'], signal)).rejects.toMatchObject({
    failure: { code: 'NoSuchKey' },
  });
});

test.each([
  [['a'], ''],
  [['d/a', 'd/b/'], 'd/'],
  [['d/e/f/a', 'd/e/g/b', 'd/e/'], 'd/'],
  [['d/e/f/a', 'd/ef/b'], 'd/'],
  [['a/b/', 'c/d'], ''],
])('%j lie in "%s"', async (names, prefix) => {
  expect((await chosenAgain(bucketOf(...names).cos, names, signal)).prefix).toBe(prefix);
});
