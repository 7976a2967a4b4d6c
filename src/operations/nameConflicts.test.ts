import { expect, test } from 'vitest';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { bucketOf, signal, silence, startOperationEngine } from './testing/startOperationEngine.ts';

const RENAME = { kind: 'move', roots: [{ from: 'a/', to: 'b/' }] } as const;

test('only taken names are asked about and wait; every answer is carried out', async () => {
  const bucket = bucketOf(
    'a/keep.txt',
    'a/new',
    'a/over',
    'a/skip',
    'b/keep (1).txt',
    'b/keep.txt',
    'b/over',
    'b/skip',
  );
  const answers = { 'b/over': 'replace', 'b/keep.txt': 'keep-both', 'b/skip': 'skip' } as const;
  const { asked, run, until } = startOperationEngine(bucket, createMemoryJournal(), answers);
  const { state } = await until(run(RENAME), 'completed');
  expect(asked.map(({ to, name }) => [to, name])).toEqual(
    ['keep.txt', 'over', 'skip'].map((name) => [`b/${name}`, `b/${name}`]),
  );
  expect(state).toMatchObject({ counts: { done: 3, skipped: 1, failed: 0 }, canUndo: false });
  const bodies = bucket.keys().map(async (key) => [key, await bucket.bodyOf(key)?.text()]);
  expect(Object.fromEntries(await Promise.all(bodies))).toEqual({
    'a/skip': 'a/skip',
    'b/keep (1).txt': 'b/keep (1).txt',
    'b/keep (2).txt': 'a/keep.txt',
    'b/keep.txt': 'b/keep.txt',
    'b/new': 'a/new',
    'b/over': 'a/over',
    'b/skip': 'b/skip',
  });
});

test('what is the same already is no question, and an answer outlives the page', async () => {
  const bucket = bucketOf('a/x', 'a/y');
  bucket.write('b/x', bucket.bodyOf('a/x') ?? new Blob());
  bucket.write('b/y', new Blob(['theirs']));
  const store = createMemoryJournal();
  const first = startOperationEngine(bucket, store, { 'b/y': 'replace' });
  const { promise, resolve } = signal();
  bucket.copyObject = async (_, how) => {
    resolve();
    return silence(how);
  };
  const id = first.run(RENAME);
  await promise;
  expect(first.asked.map(({ to }) => to)).toEqual(['b/y']);
  first.engine.dispose();
  bucket.copyObject = InMemoryCosClient.prototype.copyObject.bind(bucket);
  const second = startOperationEngine(bucket, store);
  await second.engine.recall();
  second.engine.resume(id);
  await second.until(id, 'completed');
  expect([second.asked, bucket.keys()]).toEqual([[], ['b/x', 'b/y']]);
  expect(await bucket.bodyOf('b/y')?.text()).toBe('a/y');
  expect(await store.entries([])).toEqual([]);
});

test('an unanswered question is a wait with its reason, and goes with the operation', async () => {
  const bucket = bucketOf('a/x', 'b/x');
  const { engine, run, until } = startOperationEngine(bucket);
  const id = run(RENAME);
  expect((await until(id, 'waiting')).state).toMatchObject({ reason: 'question' });
  engine.cancel(id);
  await until(id, 'cancelled');
  expect(await bucket.bodyOf('b/x')?.text()).toBe('b/x');
});

test('a copy into the very place it comes from gets the first free number, and never touches what is there', async () => {
  const bucket = bucketOf('p.jpg', 'p (1).jpg', 'trip/1', 'trip (1)/1', 'v1.2/x');
  const { asked, run, until } = startOperationEngine(bucket);
  const roots = ['p.jpg', 'trip/', 'v1.2/'].map((from) => ({ from, to: from }));
  await until(run({ kind: 'copy', roots }), 'completed');
  expect(asked).toEqual([]);
  expect(bucket.keys()).toEqual([
    'p (1).jpg',
    'p (2).jpg',
    'p.jpg',
    'trip (1)/1',
    'trip (2)/1',
    'trip/1',
    'v1.2 (1)/x',
    'v1.2/x',
  ]);
});

test('a move into the very place it comes from is refused, and nothing is gone', async () => {
  const bucket = bucketOf('p.jpg');
  const { run, until } = startOperationEngine(bucket);
  const { state } = await until(run({ kind: 'move', roots: [{ from: 'p.jpg', to: 'p.jpg' }] }), 'failed');
  expect(state).toMatchObject({ failure: { code: 'IntoItself' } });
  expect(bucket.keys()).toEqual(['p.jpg']);
});
