import { afterEach, describe, expect, test } from 'vitest';
import { createListingIndex } from '#listing/createListingIndex.ts';
import { listInto } from '#listing/listInto.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';
import { loadPreview } from '#object-preview/loadPreview.ts';
import type { OperationRequest } from '#operations/OperationEngine.ts';
import { createTransferEngine } from '#transfers/createTransferEngine.ts';
import { createTransferStore } from '#transfers/createTransferStore.ts';
import { listUnfinished } from '#transfers/listUnfinished.ts';
import { hashHere, MemorySink, patterned } from '#transfers/testing/startEngine.ts';
import { isFinished } from '#transfers/TransferState.ts';
import { minimalPolicy, permissionsOf } from './credentials/minimalPolicy.ts';
import { PLACE, startOperations } from './operations/startOperations.ts';

const PART = 1024 * 1024;

type World = Awaited<ReturnType<typeof startOperations>>;
let world: World | undefined;
afterEach(() => world?.close());

/** The engine for bytes, on the same client; files above 1 MiB go in parts. */
function startTransfers({ client }: World) {
  const engine = createTransferEngine({
    cosFor: () => client,
    crc64: hashHere,
    timers: { now: Date.now, setTimeout, clearTimeout: (handle) => clearTimeout(handle as number) },
    network: { isOnline: () => true, subscribe: () => () => undefined },
    random: () => 0,
    policy: { wholeFileBytes: PART, firstPartBytes: PART },
  });
  const store = createTransferStore(engine);
  const ended = (id: string): Promise<Failure | undefined> =>
    new Promise((resolve) => {
      const look = (): void => {
        const state = store.getState().byId.get(id)?.state;
        // What was sent is kept until the right is given: that is a question, and a pause.
        if (state && (isFinished(state) || state.status === 'paused')) {
          resolve('failure' in state ? state.failure : undefined);
        }
      };
      store.subscribe(look);
      look();
    });
  return {
    upload: (key: string, bytes: number) => {
      const file = new Blob([patterned(bytes)]);
      const [id = ''] = engine.addUploads([{ connectionId: 'c', key, name: key, file, onExisting: 'replace' }]);
      return ended(id);
    },
    download: (key: string, sizeBytes: number) =>
      ended(engine.addDownload({ connectionId: 'c', key, name: key, sizeBytes, sink: new MemorySink() })),
  };
}

async function failureOf(work: Promise<unknown>): Promise<Failure | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return toFailure(error);
  }
}

/** Everything a person does with a bucket, by the code the app does it with. Each answers what went wrong. */
const DEEDS = {
  'list a folder': ({ client }) => failureOf(listInto(client, createListingIndex('d/'))),
  'list all below': ({ client }) => failureOf(listInto(client, createListingIndex('d/', { isRecursive: true }))),
  'see details': ({ client }) => failureOf(client.headObject({ key: 'd/a.txt' })),
  'see tags': ({ client }) => failureOf(client.getObjectTagging({ key: 'd/a.txt' })),
  'see who may read it': ({ client }) => failureOf(client.getObjectAcl({ key: 'd/a.txt' })),
  'see versions': ({ client }) => failureOf(client.listObjectVersions({ prefix: 'd/a.txt' })),
  'edit details': (at) =>
    operate(at, { kind: 'edit', roots: [{ from: 'd/a.txt' }], edit: { contentType: 'text/plain' } }),
  'set tags': (at) =>
    operate(at, {
      kind: 'edit',
      roots: [{ from: 'd/a.txt' }],
      edit: { tags: { values: { team: 'x' }, keepsOthers: true } },
    }),
  'say who may read': (at) => operate(at, { kind: 'access', roots: [{ from: 'd/a.txt' }], access: 'public-read' }),
  'remove tags': ({ client }) => failureOf(client.putObjectTagging({ key: 'd/rename.txt', tags: {} })),
  'restore from the archive': ({ client }) => failureOf(client.restoreObject({ key: 'd/cold', days: 1, tier: 'Bulk' })),
  preview: ({ client }) =>
    failureOf(loadPreview(client, { key: 'd/a.txt', name: 'a.txt' }, new AbortController().signal)),
  download: (at) => startTransfers(at).download('d/a.txt', 1),
  'upload a small file': (at) => startTransfers(at).upload('d/small', 10),
  'upload a large file': (at) => startTransfers(at).upload('d/large', 2 * PART + 1),
  'make a folder': (at) => operate(at, { kind: 'create', roots: [{ from: 'd/new/' }] }),
  rename: (at) => operate(at, { kind: 'move', roots: [{ from: 'd/rename.txt', to: 'd/renamed.txt' }] }),
  copy: (at) => operate(at, { kind: 'copy', roots: [{ from: 'd/a.txt', to: 'd/copy.txt' }] }),
  'copy in parts': (at) => operate(at, { kind: 'copy', roots: [{ from: 'd/big.bin', to: 'd/big copy.bin' }] }),
  'delete one': (at) => operate(at, { kind: 'delete', roots: [{ from: 'd/gone.txt' }] }),
  'delete many': (at) => operate(at, { kind: 'delete', roots: [{ from: 'd/gone1.txt' }, { from: 'd/gone2.txt' }] }),
  'find unfinished uploads': ({ client }) => failureOf(listUnfinished(client, 'd/')),
  'measure an unfinished upload': ({ client, uploadId }) =>
    failureOf(client.listParts({ key: 'd/unfinished', uploadId })),
  'discard an unfinished upload': ({ client, uploadId }) =>
    failureOf(client.abortMultipartUpload({ key: 'd/unfinished', uploadId })),
  'ask whether versions are kept': ({ client }) => failureOf(client.getBucketVersioning()),
} satisfies Record<string, (at: World & { uploadId: string }) => Promise<Failure | undefined>>;

type Deed = keyof typeof DEEDS;

/** What no longer works without an action; everything else has to. */
const FAILS_WITHOUT: Record<string, readonly Deed[]> = {
  GetBucket: [
    'list a folder',
    'list all below',
    'edit details',
    'set tags',
    'say who may read',
    'rename',
    'copy',
    'copy in parts',
  ],
  HeadBucket: [],
  GetBucketVersioning: ['ask whether versions are kept'],
  GetObject: ['preview', 'download', 'edit details', 'rename', 'copy', 'copy in parts'],
  HeadObject: ['see details', 'edit details', 'set tags', 'rename', 'copy', 'copy in parts'],
  PutObject: ['make a folder', 'edit details', 'rename', 'copy', 'copy in parts'],
  PutObjectCopy: ['edit details', 'rename', 'copy'],
  // A file then goes by PUT.
  PostObject: [],
  InitiateMultipartUpload: ['upload a large file', 'copy in parts'],
  UploadPart: ['upload a large file'],
  ListParts: ['measure an unfinished upload'],
  ListMultipartUploads: ['find unfinished uploads'],
  CompleteMultipartUpload: ['upload a large file', 'copy in parts'],
  AbortMultipartUpload: ['discard an unfinished upload'],
  UploadPartCopy: ['copy in parts'],
  GetObjectACL: ['see who may read it', 'edit details', 'rename', 'copy', 'copy in parts'],
  PutObjectACL: ['say who may read'],
  GetObjectTagging: ['see tags', 'set tags', 'copy in parts'],
  PutObjectTagging: ['set tags'],
  DeleteObjectTagging: ['remove tags'],
  GetBucketObjectVersions: ['see versions'],
  // The documents and the SDK name it differently, so both are given.
  PostObjectRestore: ['restore from the archive'],
  RestoreObject: ['restore from the archive'],
  DeleteObject: ['rename', 'delete one', 'delete many'],
  // Named by a preset policy only; the documents judge each key by DeleteObject.
  DeleteMultipleObjects: [],
};

async function operate(
  at: World,
  request: Omit<OperationRequest, 'connectionId' | 'name'>,
): Promise<Failure | undefined> {
  const { engine, ended } = at.openPage();
  const { state } = await ended(engine.start({ connectionId: 'c', name: 'x', ...request }));
  engine.dispose();
  return state.status === 'failed' ? state.failure : undefined;
}

async function startWithout(action: string): Promise<World & { uploadId: string }> {
  world = await startOperations({
    denied: [`name/cos:${action}`],
    policy: { wholeCopyBytes: PART, partCopyBytes: PART },
  });
  const { emulator, sdk } = world;
  const texts = ['a.txt', 'rename.txt', 'gone.txt', 'gone1.txt', 'gone2.txt'];
  for (const name of texts) await emulator.control.putObject(PLACE.Bucket, `d/${name}`, Buffer.from('a'));
  await emulator.control.putObject(PLACE.Bucket, 'd/big.bin', patterned(2 * PART));
  await emulator.control.putObject(PLACE.Bucket, 'd/cold', Buffer.from('a'), { storageClass: 'ARCHIVE' });
  const unfinished = { ...PLACE, Key: 'd/unfinished' };
  const { UploadId: uploadId } = await sdk.multipartInit(unfinished);
  return { ...world, uploadId };
}

test('the table has every action of the documented policy', () => {
  const scope = { bucket: PLACE.Bucket, region: PLACE.Region, prefix: '', purpose: 'upload', mayDelete: true } as const;
  expect(
    Object.keys(FAILS_WITHOUT)
      .map((action) => `name/cos:${action}`)
      .toSorted(),
  ).toEqual(permissionsOf(minimalPolicy(scope)).toSorted());
});

describe.each(Object.entries(FAILS_WITHOUT))('keys without %s', (action, expected) => {
  test('what needs it fails by its name, and everything else works', async () => {
    const at = await startWithout(action);
    const failures = new Map<string, Failure>();
    for (const [deed, run] of Object.entries(DEEDS)) {
      const failure = await run(at);
      if (failure) failures.set(deed, failure);
    }
    expect([...failures.keys()]).toEqual(Object.keys(DEEDS).filter((deed) => expected.includes(deed as Deed)));
    for (const failure of failures.values()) {
      expect(failure).toMatchObject({ code: 'AccessDenied' });
      expect(failure.facts?.action).toContain(`name/cos:${action}`);
    }
  });
});

describe('what the bucket refused is known from then on', () => {
  test.each([
    ['GetObject', 'browse', 'download'],
    ['HeadObject', 'browse', 'see details'],
    ['GetBucket', 'browse', 'list a folder'],
    ['PutObject', 'upload', 'make a folder'],
    ['PutObjectCopy', 'upload', 'copy'],
    ['PostObject', 'upload', 'upload a small file'],
    ['DeleteObject', 'upload', 'delete many'],
  ] as const)('%s', async (action, purpose, deed) => {
    const at = await startWithout(action);
    const isRefused = (folder: string) =>
      at.credentials.isRefused(at.connection, purpose, `name/cos:${action}`, folder);
    expect(isRefused('d/')).toBe(false);
    await DEEDS[deed](at);
    expect([isRefused('d/'), isRefused('')]).toEqual([true, false]);
    at.credentials.askAgain(at.connection);
    expect(isRefused('d/')).toBe(false);
  });
});
