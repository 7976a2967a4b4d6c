import { expect, test } from 'vitest';
import { endedShareLists, newShareListKey } from './shareLists.ts';

const END = Date.UTC(2026, 0, 1, 12, 30, 5);

function bucketWith(...keys: readonly string[]) {
  const asked: string[] = [];
  const objects = keys.map((key) => ({
    key,
    sizeBytes: 1,
    lastModified: new Date(0),
    etag: '',
    storageClass: 'STANDARD',
  }));
  const listObjects = async ({ prefix = '' }: { readonly prefix?: string }) => {
    asked.push(prefix);
    return { objects, commonPrefixes: [] };
  };
  return { asked, cos: { listObjects } };
}

test('a list is named by the minute in which its share is over, and by nothing that can be guessed', () => {
  const [one, other] = [newShareListKey('team/', END), newShareListKey('team/', END)];
  expect(one).toMatch(/^team\/\.beeline-shares\/until-20260101T1231Z-[\w-]{22}$/);
  expect(one).not.toBe(other);
});

test('those that have ended can go, to the minute, and what is no list stays', async () => {
  const key = newShareListKey('team/', END);
  const others = ['', 'notes.txt', `until-2026-${'x'.repeat(22)}`, `until-20269901T1231Z-${'x'.repeat(22)}`];
  const { asked, cos } = bucketWith(key, ...others.map((name) => `team/.beeline-shares/${name}`));
  expect(await endedShareLists(cos, 'team/', END)).toEqual([]);
  expect(await endedShareLists(cos, 'team/', END + 55_000)).toEqual([key]);
  expect(asked).toEqual(['team/.beeline-shares/', 'team/.beeline-shares/']);
});
