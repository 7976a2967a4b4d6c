import { expect, test } from 'vitest';
import type { CosClient } from '#cos/CosClient.ts';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { createNameLookup } from '#listing/createNameLookup.ts';
import { createNameSorter } from './createNameSorter.ts';

interface Item {
  readonly key: string;
}

function setup(cos: FakeCosClient, target = 'in/') {
  const free: string[] = [];
  const taken: string[] = [];
  const due: (() => void)[] = [];
  const sorter = createNameSorter<Item>({
    target,
    lookUp: (within) => createNameLookup(cos satisfies CosClient, within),
    onFree: (items) => void free.push(...items.map(({ key }) => key)),
    onTaken: (items) => taken.push(...items.map(({ item }) => item.key)),
    setTimeout: (callback) => due.push(callback),
  });
  const add = (...keys: readonly string[]): void => {
    for (const key of keys) sorter.add({ key });
  };
  const gather = (): void => {
    for (const callback of due.splice(0)) callback();
  };
  return { sorter, add, gather, free, taken };
}

const object = (key: string) => ({ key, sizeBytes: 1, lastModified: new Date(0), etag: 'e', storageClass: 'STANDARD' });
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('names are gathered, and told apart while the walk goes on', async () => {
  const cos = new FakeCosClient();
  const { sorter, add, gather, free, taken } = setup(cos);
  add('in/b', 'in/a');
  await settle();
  expect(cos.calls).toHaveLength(0);
  gather();
  const first = await cos.next('listObjects');
  add('in/c', 'in/z');
  first.succeed({ objects: [object('in/b')], commonPrefixes: [], nextMarker: 'in/y' });
  const second = await cos.next('listObjects');
  // What one page told is told on before the next one is there.
  expect(free).toEqual(['in/a', 'in/c']);
  expect(taken).toEqual(['in/b']);
  second.succeed({ objects: [], commonPrefixes: [] });
  await sorter.end();
  expect(free).toEqual(['in/a', 'in/c', 'in/z']);
});

test('a dropped folder is looked up in its own prefix, loose files in theirs', async () => {
  const cos = new FakeCosClient();
  const { sorter, add, gather, free } = setup(cos);
  add('in/album/deep/a', 'in/loose', 'in/album/b');
  gather();
  const prefixes: string[] = [];
  for (let n = 0; n < 2; n += 1) {
    const call = await cos.next('listObjects');
    prefixes.push(call.input.prefix);
    call.succeed({ objects: [], commonPrefixes: [] });
  }
  await sorter.end();
  expect(prefixes).toEqual(['in/album/', 'in/']);
  expect(free.toSorted()).toEqual(['in/album/b', 'in/album/deep/a', 'in/loose']);
});

test('without the right to list every name is free, and listing is not tried again', async () => {
  const cos = new FakeCosClient();
  const { sorter, add, gather, free } = setup(cos, '');
  add('one/a', 'one/b', 'two/a');
  gather();
  (await cos.next('listObjects')).fail(serviceFailure('AccessDenied', { status: 403 }));
  await sorter.end();
  expect(free).toEqual(['one/a', 'one/b', 'two/a']);
  expect(cos.calls).toHaveLength(1);
});

test('a listing that fails midway leaves what it has told, and the rest is free', async () => {
  const cos = new FakeCosClient();
  const { sorter, add, gather, free, taken } = setup(cos);
  add('in/a', 'in/z');
  gather();
  (await cos.next('listObjects')).succeed({ objects: [object('in/a')], commonPrefixes: [], nextMarker: 'in/b' });
  (await cos.next('listObjects')).fail(serviceFailure('AccessDenied', { status: 403 }));
  await sorter.end();
  expect(taken).toEqual(['in/a']);
  expect(free).toEqual(['in/z']);
});

test('thousands are handed on some at a time, and the page may answer in between', async () => {
  const cos = new FakeCosClient();
  const { sorter, add, gather, free } = setup(cos);
  add(...Array.from({ length: 1000 }, (_, n) => `in/${n}`));
  gather();
  (await cos.next('listObjects')).succeed({ objects: [], commonPrefixes: [] });
  await settle();
  expect(free.length).toBeLessThan(1000);
  await sorter.end();
  expect(free).toHaveLength(1000);
});

test('two files of one key are told together', async () => {
  const cos = new FakeCosClient();
  const { sorter, add, gather, taken } = setup(cos);
  add('in/é', 'in/é');
  gather();
  (await cos.next('listObjects')).succeed({ objects: [object('in/é')], commonPrefixes: [] });
  await sorter.end();
  expect(taken).toEqual(['in/é', 'in/é']);
});
