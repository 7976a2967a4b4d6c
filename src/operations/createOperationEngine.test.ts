import { expect, test } from 'vitest';
import { CosError } from '#cos/CosError.ts';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { bucketOf, signal, silence, startOperationEngine } from './testing/startOperationEngine.ts';

const RENAME = { kind: 'move', roots: [{ from: 'a/', to: 'b/' }] } as const;

test('a folder is renamed with its marker and everything below, and nothing beside it', async () => {
  const bucket = bucketOf('a/', 'a/x', 'a/y/z', 'ab', 'c');
  const { run, until, store } = startOperationEngine(bucket);
  const { state } = await until(run(RENAME), 'completed');
  expect(state).toMatchObject({ counts: { done: 3, found: 3, isTotal: true }, canUndo: true });
  expect(bucket.keys()).toEqual(['ab', 'b/', 'b/x', 'b/y/z', 'c']);
  expect(await bucket.bodyOf('b/y/z')?.text()).toBe('a/y/z');
  expect(await store.entries([])).toEqual([]);
});

test('and back again with undo, once', async () => {
  const bucket = bucketOf('a/x', 'a/y');
  const { engine, run, until } = startOperationEngine(bucket);
  const id = run(RENAME);
  await until(id, 'completed');
  const back = engine.undo(id);
  await until(back ?? '', 'completed');
  expect(bucket.keys()).toEqual(['a/x', 'a/y']);
  expect(engine.undo(id)).toBeUndefined();
  expect(engine.undo(back ?? '')).toBeUndefined();
});

test('where no checksum can be compared the originals stay until the person says so', async () => {
  const bucket = new InMemoryCosClient();
  bucket.seed('a/x', 'x');
  const { engine, run, until } = startOperationEngine(bucket);
  const id = run(RENAME);
  expect((await until(id, 'completed')).state).toMatchObject({ counts: { done: 0, kept: 1 } });
  expect(bucket.keys()).toEqual(['a/x', 'b/x']);
  await until(engine.deleteKept(id) ?? '', 'completed');
  expect(bucket.keys()).toEqual(['b/x']);
});

test('a copy that differs is found out, and its source stays', async () => {
  const bucket = bucketOf('a/x');
  const copyObject = bucket.copyObject.bind(bucket);
  bucket.copyObject = async (...call) => {
    const answer = await copyObject(...call);
    bucket.write('b/x', new Blob(['a/?']));
    return answer;
  };
  const { run, until } = startOperationEngine(bucket);
  const { problems } = await until(run(RENAME), 'failed');
  expect(problems).toMatchObject([{ failure: { code: 'ChecksumMismatch' } }]);
  expect(bucket.keys()).toContain('a/x');
});

test('an object that changes after it was listed is not moved', async () => {
  const bucket = bucketOf('a/x');
  const headObject = bucket.headObject.bind(bucket);
  let isChanged = false;
  bucket.headObject = async (...call) => {
    const head = await headObject(...call);
    if (!isChanged) bucket.write('a/x', new Blob(['new']));
    isChanged = true;
    return head;
  };
  const { engine, run, until } = startOperationEngine(bucket);
  const id = run(RENAME);
  expect((await until(id, 'failed')).problems).toMatchObject([{ failure: { code: 'ObjectChanged' } }]);
  expect(bucket.keys()).toEqual(['a/x']);
  engine.retry(id);
  await until(id, 'completed');
  expect(await bucket.bodyOf('b/x')?.text()).toBe('new');
});

test('a page that dies between copy and delete: the next one finishes, nothing is doubled', async () => {
  const bucket = bucketOf('a/x', 'a/y');
  const store = createMemoryJournal();
  const first = startOperationEngine(bucket, store);
  const { promise, resolve } = signal();
  bucket.deleteObjects = async (_, how) => {
    resolve();
    return silence(how);
  };
  const id = first.run(RENAME);
  await promise;
  first.engine.dispose();
  expect(bucket.keys()).toEqual(['a/x', 'a/y', 'b/x', 'b/y']);

  bucket.deleteObjects = InMemoryCosClient.prototype.deleteObjects.bind(bucket);
  const second = startOperationEngine(bucket, store);
  await second.engine.recall();
  expect(second.last.get(id)?.state).toMatchObject({ status: 'paused', by: 'earlier' });
  second.engine.resume(id);
  expect((await second.until(id, 'completed')).state).toMatchObject({ canUndo: false });
  expect(bucket.keys()).toEqual(['b/x', 'b/y']);
});

test('pausing stops the requests, resuming does the rest', async () => {
  const bucket = bucketOf('a/x', 'a/y');
  const copyObject = bucket.copyObject.bind(bucket);
  const { promise, resolve } = signal();
  bucket.copyObject = async (_, how) => {
    resolve();
    return silence(how);
  };
  const { engine, run, until } = startOperationEngine(bucket);
  const id = run(RENAME);
  await promise;
  engine.pause(id);
  expect((await until(id, 'paused')).state.status).toBe('paused');
  bucket.copyObject = copyObject;
  engine.resume(id);
  await until(id, 'completed');
  expect(bucket.keys()).toEqual(['b/x', 'b/y']);
});

test('undo takes back what was done before a failure too', async () => {
  const bucket = bucketOf('a/x', 'a/y');
  const { engine, run, until } = startOperationEngine(bucket);
  const copyObject = bucket.copyObject.bind(bucket);
  bucket.copyObject = async (input, how) => {
    if (input.key === 'b/y') throw new CosError(serviceFailure('AccessDenied', { status: 403 }));
    return copyObject(input, how);
  };
  const id = run(RENAME);
  await until(id, 'failed');
  bucket.copyObject = copyObject;
  engine.retry(id);
  await until(id, 'completed');
  await until(engine.undo(id) ?? '', 'completed');
  expect(bucket.keys()).toEqual(['a/x', 'a/y']);
});

test('what the keys may not do is told for each object, and a folder never goes into itself', async () => {
  const bucket = bucketOf('a/x', 'a/y');
  bucket.copyObject = async () => {
    throw new CosError(serviceFailure('AccessDenied', { status: 403 }));
  };
  const { run, until } = startOperationEngine(bucket);
  const denied = await until(run(RENAME), 'failed');
  expect(denied.problems.map(({ key, failure }) => [key, failure.code])).toEqual([
    ['a/x', 'AccessDenied'],
    ['a/y', 'AccessDenied'],
  ]);
  const inside = await until(run({ kind: 'copy', roots: [{ from: 'a/', to: 'a/b/' }] }), 'failed');
  expect(inside.state).toMatchObject({ failure: { code: 'IntoItself' } });
  expect(bucket.keys()).toEqual(['a/x', 'a/y']);
});

test('deleting takes every kind of key: what no URL can name, what no list can carry; both at once is refused', async () => {
  const bucket = bucketOf('a/..', 'a/\u0001b', 'a/__proto__', 'a/\u0001/..', 'a/plain');
  const { run, until } = startOperationEngine(bucket);
  const { problems } = await until(run({ kind: 'delete', roots: [{ from: 'a/' }] }), 'failed');
  expect(problems).toMatchObject([{ key: 'a/\u0001/..', failure: { code: 'UnsafeKey' } }]);
  expect(bucket.keys()).toEqual(['a/\u0001/..']);
});

test('an object no URL can name gets a safe name by copying, and stays until the person has looked', async () => {
  const bucket = bucketOf('a/../b');
  const { engine, run, until } = startOperationEngine(bucket);
  const id = run({ kind: 'move', roots: [{ from: 'a/../b', to: 'a/b' }] });
  expect((await until(id, 'completed')).state).toMatchObject({ counts: { kept: 1 } });
  expect(bucket.keys()).toEqual(['a/../b', 'a/b']);
  await until(engine.deleteKept(id) ?? '', 'completed');
  expect(bucket.keys()).toEqual(['a/b']);
});
