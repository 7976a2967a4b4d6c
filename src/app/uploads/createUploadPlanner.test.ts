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

const folder = (relativePath: string): Collected => ({ type: 'emptyFolder', relativePath });

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
  const { changes, ...rest } = await planner(where, found, (now) => (last = { ...now }), new AbortController().signal);
  return {
    summary: changes.map(({ name, kind, judgedBy = 'name' }) => `${name} ${kind} ${judgedBy}`),
    ...rest,
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
  const { summary, compared, unreadable, junk, last } = await plan(existing, [
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
  expect([unreadable, junk]).toEqual([['album/locked'], 1]);
  expect(last).toEqual({ filesFound: 4, objectsListed: 5, toCompare: 2, compared: 2 });
});

test('loose files are looked up, and what lies beside them is nobody’s business', async () => {
  const existing = { 'in/a': 'x', 'in/b': 'x' };
  expect((await plan(existing, [file('a', 'x'), file('c', 'x')])).summary).toEqual(['a same checksum', 'c new name']);
});

test('of two files of one name neither is lost, and neither replaces the other', async () => {
  const both = [file('album/e\u0301', 'one'), file('album/\u00e9', 'two')];
  expect((await plan({}, both)).summary).toEqual(['album/é new name', 'album/é new name']);
  expect((await plan({ 'in/album/é': 'old' }, both)).summary).toEqual(['album/é new name', 'album/é new name']);
  expect((await plan({ 'in/album/é': 'two' }, both)).summary).toEqual(['album/é new name', 'album/é same checksum']);
});

test('an empty folder is made where the bucket has nothing of it', async () => {
  const existing = { 'in/album/there/': '', 'in/album/full/x': 'x' };
  const found = ['album/there/', 'album/full/', 'album/new/', 'alone/'].map(folder);
  expect((await plan(existing, found)).newFolders).toEqual(['album/new/', 'alone/']);
});
