import { expect, test } from 'vitest';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import type { Collected } from '#files/Collected.ts';
import type { PlanProgress } from '#upload-dialogs/UploadPlan.ts';
import { createUploadPlanner } from './createUploadPlanner.ts';

const file = (relativePath: string, content: string): Collected => ({
  type: 'file',
  file: new File([content], relativePath),
  relativePath,
});

async function plan(existing: Readonly<Record<string, string>>, found: readonly Collected[]) {
  const cos = new InMemoryCosClient();
  for (const [key, content] of Object.entries(existing)) cos.seed(key, content);
  const compared: string[] = [];
  const planner = createUploadPlanner({
    cosFor: () => cos,
    compare: async (_connectionId, { key, file: local }) => {
      compared.push(key);
      return { sameness: (await local.text()) === existing[key] ? 'identical' : 'different' };
    },
  });
  let last: PlanProgress | undefined;
  const where = { connectionId: 'main', prefix: 'in/' };
  const { changes, unreadable } = await planner(
    where,
    found,
    (now) => (last = { ...now }),
    new AbortController().signal,
  );
  return {
    summary: changes.map(({ name, kind, judgedBy = 'name' }) => `${name} ${kind} ${judgedBy}`),
    unreadable,
    compared,
    last,
  };
}

test('a folder against its prefix: new, changed, same, only in the bucket; only equal sizes are read', async () => {
  const existing = {
    'in/album/': '',
    'in/album/same': 'aaa',
    'in/album/changed': 'bbb',
    'in/album/longer': 'c',
    'in/album/deep/extra': 'd',
    'in/other/not asked about': 'e',
  };
  const { summary, compared, unreadable, last } = await plan(existing, [
    file('album/same', 'aaa'),
    file('album/changed', 'BBB'),
    file('album/longer', 'ccc'),
    file('album/new', 'n'),
    { type: 'junk', relativePath: 'album/.DS_Store' },
    { type: 'unreadable', relativePath: 'album/locked' },
  ]);
  expect(summary).toEqual([
    'album/changed changed checksum',
    'album/deep/extra extra name',
    'album/longer changed size',
    'album/new new name',
    'album/same same checksum',
  ]);
  expect(compared.toSorted()).toEqual(['in/album/changed', 'in/album/same']);
  expect(unreadable).toBe(1);
  expect(last).toEqual({ filesFound: 4, objectsListed: 5, toCompare: 2, compared: 2 });
});

test('loose files are looked up, and what lies beside them is nobody’s business', async () => {
  const existing = { 'in/a': 'x', 'in/b': 'x' };
  expect((await plan(existing, [file('a', 'x'), file('c', 'x')])).summary).toEqual(['a same checksum', 'c new name']);
});
