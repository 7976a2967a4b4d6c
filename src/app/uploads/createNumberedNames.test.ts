import { expect, test } from 'vitest';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { createNameLookup } from '#listing/createNameLookup.ts';
import { createNumberedNames } from './createNumberedNames.ts';

function namesIn(...keys: readonly string[]) {
  const cos = new InMemoryCosClient();
  for (const key of keys) cos.seed(key, 'x');
  return createNumberedNames('in/', (within) => createNameLookup(cos, within));
}

test('goes on behind the highest number that is taken without a gap', async () => {
  const names = namesIn('in/a.txt', 'in/b.txt', 'in/b (1).txt', 'in/b (2).txt', 'in/b (4).txt', 'in/d/c');
  expect(await names.lastTaken(['in/a.txt', 'in/b.txt', 'in/d/c'])).toEqual(['in/a.txt', 'in/b (2).txt', 'in/d/c']);
});

test('two files of one name get two numbers, also one answer later', async () => {
  const names = namesIn('in/a');
  expect(await names.lastTaken(['in/a', 'in/a'])).toEqual(['in/a', 'in/a (1)']);
  expect(await names.lastTaken(['in/a'])).toEqual(['in/a (2)']);
});

test('without a listing the names stay, and the bucket decides', async () => {
  const cos = new FakeCosClient();
  const answer = createNumberedNames('in/', (within) => createNameLookup(cos, within)).lastTaken(['in/a']);
  (await cos.next('listObjects')).fail(serviceFailure('AccessDenied', { status: 403 }));
  expect(await answer).toEqual(['in/a']);
});
