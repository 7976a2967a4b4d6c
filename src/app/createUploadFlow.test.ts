import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { Conflict, ConflictAnswer } from '#bucket-browser/ConflictDialog.tsx';
import { listingKey } from '#bucket-browser/listingQuery.ts';
import type { Collected } from '#files/Collected.ts';
import type { UploadRequest } from '#transfers/TransferEngine.ts';
import { createUploadFlow } from './createUploadFlow.ts';

const file = (relativePath: string): Collected => ({
  type: 'file',
  file: new File(['new'], relativePath.split('/').at(-1) ?? ''),
  relativePath,
});

function setup(existingKeys: readonly string[], answers: readonly ConflictAnswer[] = []) {
  const queryClient = new QueryClient();
  const entries = existingKeys.map((key) => ({
    type: 'object',
    key,
    name: key.slice('in/'.length),
    sizeBytes: 3,
    lastModified: new Date(0),
    etag: '',
    storageClass: 'STANDARD',
    addressable: true,
  }));
  queryClient.setQueryData(listingKey('main', 'in/'), { entries, isComplete: true, startedAt: 0 });
  const sent: UploadRequest[] = [];
  const asked: string[] = [];
  const folders: string[] = [];
  const skipped: string[] = [];
  const flow = createUploadFlow({
    queryClient,
    engine: {
      addUploads: (uploads) => {
        sent.push(...uploads);
        return uploads.map(({ key }) => key);
      },
      skip: (id) => {
        skipped.push(id);
        sent.splice(0, sent.length, ...sent.filter(({ key }) => key !== id));
      },
    },
    askAll: async (conflicts: readonly Conflict[]) => {
      // Nothing that is asked about may have left before.
      expect(sent.map(({ key }) => key)).not.toContain(`in/${conflicts[0]?.name ?? ''}`);
      asked.push(...conflicts.map(({ name }) => name));
      return answers;
    },
    createFolder: async (_connectionId, prefix) => {
      if (prefix.endsWith('refused/')) throw new Error('refused');
      folders.push(prefix);
    },
  });
  return { run: (found: Iterable<Collected>) => flow('main', 'in/', found), sent, asked, folders, skipped };
}

const summary = (sent: readonly UploadRequest[]) => sent.map(({ key, onExisting }) => `${key} ${onExisting}`);

test('new names go at once and never overwrite; names that exist are asked about first', async () => {
  const { run, sent, asked, skipped } = setup(['in/a', 'in/b', 'in/c'], ['replace', 'skip', 'keep-both']);
  const outcome = await run([file('a'), file('new'), file('b'), file('c'), file('folder/a')]);
  expect(asked).toEqual(['a', 'b', 'c']);
  expect(summary(sent)).toEqual(['in/new ask', 'in/folder/a ask', 'in/a replace', 'in/c keep-both']);
  expect(outcome.added).toBe(4);
  expect(skipped).toEqual(['in/b']);
});

test('a folder that cannot be made is told, and takes no file with it', async () => {
  const { run, sent } = setup([]);
  const outcome = await run([{ type: 'emptyFolder', relativePath: 'refused/' }, file('after')]);
  expect(summary(sent)).toEqual(['in/after ask']);
  expect(outcome.failedFolders.map(({ relativePath }) => relativePath)).toEqual(['refused/']);
});

test('nothing exists, nothing is asked', async () => {
  const { run, sent, asked } = setup([]);
  await run([file('a')]);
  expect(asked).toEqual([]);
  expect(summary(sent)).toEqual(['in/a ask']);
});

test('decomposed names go up composed, and meet what exists under that name', async () => {
  const { run, asked } = setup(['in/caf\u00e9'], ['skip']);
  await run([file('cafe\u0301')]);
  expect(asked).toEqual(['caf\u00e9']);
});

test('everything found ends somewhere: sent, created, counted', async () => {
  const { run, folders } = setup([]);
  expect(
    await run([
      file('a'),
      { type: 'emptyFolder', relativePath: 'empty/' },
      { type: 'unreadable', relativePath: 'locked' },
      { type: 'junk', relativePath: '.DS_Store' },
    ]),
  ).toEqual({ added: 1, emptyFolders: 1, failedFolders: [], unreadable: ['locked'], junk: 1 });
  expect(folders).toEqual(['in/empty/']);
});
