import { expect, test } from 'vitest';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import type { Collected } from '#files/Collected.ts';
import { createNameLookup } from '#listing/createNameLookup.ts';
import type { UploadRequest } from '#transfers/TransferEngine.ts';
import { createConflictQuestions } from './createConflictQuestions.ts';
import { createUploadFlow } from './createUploadFlow.ts';

const file = (relativePath: string, content = 'new'): Collected => ({
  type: 'file',
  file: new File([content], relativePath.split('/').at(-1) ?? ''),
  relativePath,
});
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const soon = (callback: () => void): unknown => setImmediate(callback);

function setup(existing: Readonly<Record<string, string>> = {}, keepsVersions?: boolean) {
  const cos = new InMemoryCosClient();
  for (const [key, content] of Object.entries(existing)) cos.seed(key, content);
  const sent: UploadRequest[] = [];
  const folders: string[] = [];
  const skipped: string[] = [];
  const comparing: string[] = [];
  const questions = createConflictQuestions(soon);
  const flow = createUploadFlow({
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
    questions,
    lookUp: (_connectionId, within) => createNameLookup(cos, within),
    compare: async (_connectionId, { key }, signal) => {
      comparing.push(key);
      if (key.endsWith('slow')) {
        await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
      }
      return { sameness: 'identical' };
    },
    createFolder: async (_connectionId, prefix) => {
      if (prefix.endsWith('refused/')) throw new Error('refused');
      folders.push(prefix);
    },
    keepsVersions: async () => keepsVersions,
    options: () => ({ storageClass: 'ARCHIVE' }),
    setTimeout: soon,
  });
  const sheet = () => questions.store.getState().open;
  return {
    run: (found: Iterable<Collected> | AsyncIterable<Collected>) => flow('main', 'in/', found),
    sheet,
    cos,
    asked: () => sheet()?.conflicts.map(({ name, contents }) => `${name} ${contents}`),
    answer: (names: readonly string[], answer: 'replace' | 'skip' | 'keep-both') =>
      sheet()?.answer(new Set(names.map((name) => `in/${name}`)), answer, false),
    sent,
    summary: () => sent.map(({ key, onExisting }) => `${key} ${onExisting}`),
    folders,
    skipped,
    comparing,
  };
}

test('new names go at once and never overwrite; names that exist are asked about first', async () => {
  const { run, asked, answer, summary, skipped, sheet } = setup({ 'in/a': 'x', 'in/b': 'x', 'in/c': 'x' });
  const outcome = await run(['a', 'new', 'b', 'c', 'folder/a'].map((path) => file(path)));
  expect(asked()).toEqual(['a different', 'b different', 'c different']);
  expect(summary().toSorted()).toEqual(['in/folder/a ask', 'in/new ask']);
  expect(outcome.added).toBe(2);
  answer(['a'], 'replace');
  answer(['c'], 'keep-both');
  answer(['b'], 'skip');
  await expect.poll(() => summary().slice(2)).toEqual(['in/a replace', 'in/c keep-both']);
  expect(skipped).toEqual(['in/b']);
  expect(sheet()).toBeUndefined();
});

test('names that cannot be listed are looked for one by one, unless the bucket is known to refuse what is taken', async () => {
  for (const [keepsVersions, looksFirst] of [
    [undefined, true],
    [true, true],
    [false, undefined],
  ] as const) {
    const { run, cos, sent } = setup({}, keepsVersions);
    cos.listObjects = () => Promise.reject(new Error('not allowed'));
    await run([file('a')]);
    expect(sent.map((request) => request.looksFirst)).toEqual([looksFirst]);
  }
  const { run, sent } = setup({}, true);
  await run([file('a')]);
  expect(sent.map((request) => request.looksFirst)).toEqual([undefined]);
});

test('equal sizes are compared while the question is open, and not when it is answered', async () => {
  const { run, asked, answer, comparing } = setup({
    'in/a': 'old',
    'in/b': 'longer',
    'in/empty': '',
    'in/slow': 'old',
  });
  await run([file('a'), file('b'), file('empty', ''), file('slow')]);
  expect(comparing).toEqual(['in/a', 'in/slow']);
  expect(asked()).toContain('slow comparing');
  await settle();
  expect(asked()).toEqual(['a identical', 'b different', 'empty identical', 'slow comparing']);
  answer(['slow'], 'replace');
  await settle();
  expect(asked()).toEqual(['a identical', 'b different', 'empty identical']);
});

test('sending starts while the folder is still walked', async () => {
  const { run, summary } = setup();
  let release: (() => void) | undefined;
  async function* walk(): AsyncGenerator<Collected> {
    for (let n = 0; n < 10_000; n += 1) yield file(`folder/${n}`);
    await new Promise<void>((resolve) => (release = resolve));
    yield file('folder/last');
  }
  const running = run(walk());
  await expect.poll(() => summary().length).toBe(10_000);
  release?.();
  expect((await running).added).toBe(10_001);
});

test('a folder that cannot be made is told, and takes no file with it', async () => {
  const { run, summary } = setup();
  const outcome = await run([{ type: 'emptyFolder', relativePath: 'refused/' }, file('after')]);
  expect(summary()).toEqual(['in/after ask']);
  expect(outcome.failedFolders.map(({ relativePath }) => relativePath)).toEqual(['refused/']);
});

test('nothing exists, nothing is asked; what was chosen for uploads goes with it', async () => {
  const { run, sheet, summary, sent } = setup();
  await run([file('a')]);
  expect(sent[0]?.options).toEqual({ storageClass: 'ARCHIVE' });
  expect(sheet()).toBeUndefined();
  expect(summary()).toEqual(['in/a ask']);
});

test('decomposed names go up composed, and meet what exists under that name', async () => {
  const { run, asked, answer, summary } = setup({ 'in/caf\u00e9': 'x' });
  await run([file('cafe\u0301'), file('caf\u00e9')]);
  expect(asked()).toEqual(['caf\u00e9 different']);
  answer(['caf\u00e9'], 'keep-both');
  await expect.poll(summary).toEqual(['in/caf\u00e9 keep-both', 'in/caf\u00e9 (1) keep-both']);
});

test('everything found ends somewhere: sent, created, counted', async () => {
  const { run, folders } = setup();
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
