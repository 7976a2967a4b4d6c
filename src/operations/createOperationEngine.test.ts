import { expect, test } from 'vitest';
import { DEFAULT_RETRY_POLICY } from '#cos/retryPolicy.ts';
import type { CallOptions } from '#cos/CosClient.ts';
import { CosError } from '#cos/CosError.ts';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { createMemoryJournal } from '#lib/testing/createMemoryJournal.ts';
import { createOperationEngine } from './createOperationEngine.ts';
import { createOperationJournal } from './createOperationJournal.ts';
import type { ConflictAnswer, NameConflict } from './NameConflict.ts';
import type { OperationRequest } from './OperationEngine.ts';
import { DEFAULT_OPERATION_POLICY } from './OperationRun.ts';
import type { Operation } from './OperationState.ts';

/** Equal for the same bytes: the in-memory bucket copies by handing the same blob on. */
function checksums(): (body: Blob) => string {
  const known = new WeakMap<Blob, string>();
  let count = 0;
  return (body) => {
    const crc = known.get(body) ?? String((count += 1));
    known.set(body, crc);
    return crc;
  };
}

const OPEN_DOOR = {
  pass: async () => ({ isProbe: false, answered: () => {}, lost: () => {}, abandoned: () => {} }),
  rest: async () => {},
  isOnline: () => true,
  onOffline: () => () => {},
};

/** What a person answers who is asked about a taken name: by its key; nothing yet where it is not there. */
type Answers = Readonly<Record<string, ConflictAnswer>>;

function start(bucket: InMemoryCosClient, store = createMemoryJournal(), answers: Answers = {}) {
  const asked: NameConflict[] = [];
  let count = 0;
  const engine = createOperationEngine({
    cosFor: () => bucket,
    doorFor: () => OPEN_DOOR,
    mayRead: () => true,
    journal: createOperationJournal(store),
    lock: async () => ({ release: () => {} }),
    isWorkedOn: async () => false,
    lookUp: (cos, below) => ({
      find: async function* find(keys) {
        const { objects } = await cos.listObjects({ prefix: below });
        yield { present: objects.filter(({ key }) => keys.includes(key)) };
      },
    }),
    questions: {
      begin: (_connectionId, onAnswer) => ({
        ask: (conflict) => {
          asked.push(conflict);
          const answer = answers[conflict.to];
          if (answer !== undefined) onAnswer([conflict.to], answer);
        },
        end: () => {},
        withdraw: () => {},
      }),
    },
    policy: { ...DEFAULT_OPERATION_POLICY, retry: DEFAULT_RETRY_POLICY },
    newId: () => `o${(count += 1)}`,
    now: () => 0,
    random: () => 0,
    setTimeout: (callback) => callback(),
  });
  const last = new Map<string, Operation>();
  const waiters = new Set<() => void>();
  engine.subscribe((event) => {
    if (event.type === 'changed') last.set(event.operation.id, event.operation);
    for (const look of waiters) look();
  });
  const until = (id: string, status: string): Promise<Operation> =>
    new Promise((resolve) => {
      const look = (): void => {
        const operation = last.get(id);
        if (operation?.state.status !== status) return;
        waiters.delete(look);
        resolve(operation);
      };
      waiters.add(look);
      look();
    });
  return {
    engine,
    asked,
    store,
    last,
    until,
    run: (request: Omit<OperationRequest, 'connectionId' | 'name'>) =>
      engine.start({ connectionId: 'c', name: 'x', ...request }),
  };
}

function bucketOf(...keys: readonly string[]): InMemoryCosClient {
  const bucket = new InMemoryCosClient({ crc64: checksums() });
  for (const key of keys) bucket.seed(key, key);
  return bucket;
}

/** A promise that a step of the bucket resolves: now it has come so far. */
function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  const heard = new EventTarget();
  return {
    promise: new Promise((done) => heard.addEventListener('come', () => done())),
    resolve: () => heard.dispatchEvent(new Event('come')),
  };
}

/** A call that is never answered, and ends only with its signal. */
async function silence(how: CallOptions | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    how?.signal?.addEventListener('abort', () => reject(how.signal?.reason as Error));
  });
}

const RENAME = { kind: 'move', roots: [{ from: 'a/', to: 'b/' }] } as const;

test('a folder is renamed with its marker and everything below, and nothing beside it', async () => {
  const bucket = bucketOf('a/', 'a/x', 'a/y/z', 'ab', 'c');
  const { run, until, store } = start(bucket);
  const { state } = await until(run(RENAME), 'completed');
  expect(state).toMatchObject({ counts: { done: 3, found: 3, isTotal: true }, canUndo: true });
  expect(bucket.keys()).toEqual(['ab', 'b/', 'b/x', 'b/y/z', 'c']);
  expect(await bucket.bodyOf('b/y/z')?.text()).toBe('a/y/z');
  expect(await store.entries([])).toEqual([]);
});

test('and back again with undo, once', async () => {
  const bucket = bucketOf('a/x', 'a/y');
  const { engine, run, until } = start(bucket);
  const id = run(RENAME);
  await until(id, 'completed');
  const back = engine.undo(id);
  await until(back ?? '', 'completed');
  expect(bucket.keys()).toEqual(['a/x', 'a/y']);
  expect(engine.undo(id)).toBeUndefined();
  expect(engine.undo(back ?? '')).toBeUndefined();
});

test('only taken names are asked about and wait; every answer is carried out', async () => {
  const bucket = bucketOf('a/keep.txt', 'a/new', 'a/over', 'a/skip', 'b/keep (1).txt', 'b/keep.txt', 'b/over', 'b/skip');
  const answers = { 'b/over': 'replace', 'b/keep.txt': 'keep-both', 'b/skip': 'skip' } as const;
  const { asked, run, until } = start(bucket, createMemoryJournal(), answers);
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
  const first = start(bucket, store, { 'b/y': 'replace' });
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
  const second = start(bucket, store);
  await second.engine.recall();
  second.engine.resume(id);
  await second.until(id, 'completed');
  expect([second.asked, bucket.keys()]).toEqual([[], ['b/x', 'b/y']]);
  expect(await bucket.bodyOf('b/y')?.text()).toBe('a/y');
  expect(await store.entries([])).toEqual([]);
});

test('an unanswered question is a wait with its reason, and goes with the operation', async () => {
  const bucket = bucketOf('a/x', 'b/x');
  const { engine, run, until } = start(bucket);
  const id = run(RENAME);
  expect((await until(id, 'waiting')).state).toMatchObject({ reason: 'question' });
  engine.cancel(id);
  await until(id, 'cancelled');
  expect(await bucket.bodyOf('b/x')?.text()).toBe('b/x');
});

test('where no checksum can be compared the originals stay until the person says so', async () => {
  const bucket = new InMemoryCosClient();
  bucket.seed('a/x', 'x');
  const { engine, run, until } = start(bucket);
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
  const { run, until } = start(bucket);
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
  const { engine, run, until } = start(bucket);
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
  const first = start(bucket, store);
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
  const second = start(bucket, store);
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
  const { engine, run, until } = start(bucket);
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
  const { engine, run, until } = start(bucket);
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
  const { run, until } = start(bucket);
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
  const { run, until } = start(bucket);
  const { problems } = await until(run({ kind: 'delete', roots: [{ from: 'a/' }] }), 'failed');
  expect(problems).toMatchObject([{ key: 'a/\u0001/..', failure: { code: 'UnsafeKey' } }]);
  expect(bucket.keys()).toEqual(['a/\u0001/..']);
});

test('an object no URL can name gets a safe name by copying, and stays until the person has looked', async () => {
  const bucket = bucketOf('a/../b');
  const { engine, run, until } = start(bucket);
  const id = run({ kind: 'move', roots: [{ from: 'a/../b', to: 'a/b' }] });
  expect((await until(id, 'completed')).state).toMatchObject({ counts: { kept: 1 } });
  expect(bucket.keys()).toEqual(['a/../b', 'a/b']);
  await until(engine.deleteKept(id) ?? '', 'completed');
  expect(bucket.keys()).toEqual(['a/b']);
});
