import { array, assert, asyncProperty, constantFrom, string, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareKeys } from '#cos/compareKeys.ts';
import type { ListObjectsInput } from '#cos/CosCalls.ts';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { createNameLookup } from './createNameLookup.ts';
import type { NameLookup, NamesFound } from './createNameLookup.ts';

/** A bucket that counts its listings. */
function bucketOf(keys: Iterable<string>) {
  const cos = new InMemoryCosClient();
  for (const key of keys) cos.seed(key, 'x');
  const inputs: ListObjectsInput[] = [];
  const listObjects: typeof cos.listObjects = (input, options) => {
    inputs.push(input);
    return cos.listObjects(input, options);
  };
  return { cos: { listObjects, location: cos.location }, inputs };
}

async function all(found: AsyncIterable<NamesFound>) {
  const absent: string[] = [];
  const present: string[] = [];
  for await (const step of found) {
    absent.push(...step.absent);
    present.push(...step.present.map(({ key }) => key));
  }
  return { absent, present };
}

const numbered = (count: number, prefix: string): string[] =>
  Array.from({ length: count }, (_, n) => `${prefix}${String(n).padStart(6, '0')}`);

describe('createNameLookup', () => {
  test('tells which exist, each once, whatever the order they are asked in', async () => {
    const { cos } = bucketOf(['in/b', 'in/d/e', 'in/z', 'other/a']);
    const lookup = createNameLookup(cos, 'in/');
    expect(await all(lookup.find(['in/z', 'in/a', 'in/d/e', 'in/d', 'in/z']))).toEqual({
      absent: ['in/a', 'in/d'],
      present: ['in/d/e', 'in/z'],
    });
  });

  test('ten thousand new files into a new folder are one request', async () => {
    const { cos, inputs } = bucketOf(numbered(2000, 'in/old/'));
    const found = await all(createNameLookup(cos, 'in/new/').find(numbered(10_000, 'in/new/')));
    expect(found.absent).toHaveLength(10_000);
    expect(inputs).toHaveLength(1);
  });

  test('a few files among many objects are a request each, and small ones', async () => {
    const { cos, inputs } = bucketOf(numbered(5000, 'in/'));
    const found = await all(createNameLookup(cos, 'in/').find(['in/000500', 'in/002000x', 'in/004000']));
    expect(found).toEqual({ absent: ['in/002000x'], present: ['in/000500', 'in/004000'] });
    expect(inputs).toHaveLength(3);
    expect(inputs.every(({ maxKeys = 0 }) => maxKeys < 20)).toBe(true);
  });

  test('many files among as many objects are no more requests than the list has pages', async () => {
    const keys = numbered(5000, 'in/');
    const { cos, inputs } = bucketOf(keys);
    expect((await all(createNameLookup(cos, 'in/').find(keys))).present).toHaveLength(5000);
    expect(inputs.length).toBeLessThanOrEqual(6);
  });

  test('what was listed for earlier files is not listed again', async () => {
    const { cos, inputs } = bucketOf(numbered(500, 'in/'));
    const lookup = createNameLookup(cos, 'in/');
    await all(lookup.find(['in/', ...numbered(400, 'in/')]));
    const before = inputs.length;
    expect(await all(lookup.find(['in/000007', 'in/000009x', 'in/zzz']))).toEqual({
      absent: ['in/000009x', 'in/zzz'],
      present: ['in/000007'],
    });
    expect(inputs.length - before).toBe(0);
  });

  test('names that lie between the marker and a wanted name are read through', async () => {
    // Nothing that can be written comes between `in/` and `in/!`, so these do.
    const { cos, inputs } = bucketOf([...numbered(30, 'in/ '), 'in/!']);
    expect((await all(createNameLookup(cos, 'in/').find(['in/!']))).present).toEqual(['in/!']);
    expect(inputs.map(({ marker, maxKeys }) => [marker, maxKeys])).toEqual([
      ['in/', 10],
      ['in/ 000009', 1000],
    ]);
  });

  test('the first page is told before the second is asked for', async () => {
    const cos = new FakeCosClient();
    const lookup: NameLookup = createNameLookup(cos, '');
    const steps = lookup.find(['a', 'z']);
    const first = steps.next();
    (await cos.next('listObjects')).succeed({ objects: [], commonPrefixes: [], nextMarker: 'b' });
    expect((await first).value).toEqual({ absent: ['a'], present: [] });
    expect(cos.calls).toHaveLength(1);
    const second = steps.next();
    (await cos.next('listObjects')).succeed({ objects: [], commonPrefixes: [] });
    expect((await second).value).toEqual({ absent: ['z'], present: [] });
  });

  test('a listing that goes in circles is an error, never a "does not exist"', async () => {
    const cos = new FakeCosClient();
    const found = all(createNameLookup(cos, '').find(['m']));
    (await cos.next('listObjects')).succeed({ objects: [], commonPrefixes: [], nextMarker: 'a' });
    await expect(found).rejects.toMatchObject({ failure: { code: 'ListingBroken' } });
  });

  test('any names in any bucket, asked in any portions', async () => {
    const key = string({ unit: constantFrom('a', 'b', '/', ' ', '!', '蜂', '🐝', '～'), minLength: 1 });
    await assert(
      asyncProperty(uniqueArray(key), array(array(key, { maxLength: 8 }), { maxLength: 4 }), async (has, asks) => {
        const { cos } = bucketOf(has);
        const small = { ...cos, listObjects: (input: ListObjectsInput) => cos.listObjects({ ...input, maxKeys: 2 }) };
        const lookup = createNameLookup(small, '');
        for (const ask of asks) {
          const unique = [...new Set(ask)].toSorted(compareKeys);
          expect(await all(lookup.find(ask))).toEqual({
            absent: unique.filter((wanted) => !has.includes(wanted)),
            present: unique.filter((wanted) => has.includes(wanted)),
          });
        }
      }),
    );
  });
});
