import { beforeEach, describe, expect, test } from 'vitest';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { createUnfinishedUploads } from './createUnfinishedUploads.ts';
import type { RestoredUpload } from './JournaledUpload.ts';
import type { TransferEvent, UploadRequest } from './TransferEngine.ts';
import { writerLockName } from './WriterLocks.ts';

const NOW = Date.UTC(2026, 0, 10);
const DAY_MS = 24 * 3600 * 1000;
const DATE = 5;

let cos: FakeCosClient;
let journaled: RestoredUpload[];
let condemned: RestoredUpload[];
let held: Set<string>;
let sent: UploadRequest[];
let discarded: string[];
let refuses: boolean;
let tell: (events: readonly TransferEvent[]) => void;

beforeEach(() => {
  cos = new FakeCosClient();
  journaled = [];
  condemned = [];
  held = new Set();
  sent = [];
  discarded = [];
  refuses = false;
});

function open(openHandle = async (handle: FileSystemFileHandle): Promise<File> => fileOf(handle.name)) {
  return createUnfinishedUploads({
    engine: {
      addUploads: (uploads) => {
        sent.push(...uploads);
        return [];
      },
      discardUpload: async ({ uploadId }) => {
        if (refuses) throw new FailureError(serviceFailure('AccessDenied'));
        discarded.push(uploadId);
      },
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
    },
    journal: { all: async () => journaled, condemned: async () => condemned.map(({ upload }) => upload) },
    locks: { heldNames: async () => held },
    cosFor: (id) => {
      if (id !== 'media') throw new FailureError({ kind: 'local', code: 'ConnectionUnknown', message: id });
      return cos;
    },
    openHandle,
    now: () => NOW,
  });
}

function fileOf(name: string, content = 'hello', lastModified = DATE): File {
  return new File([content], name, { lastModified });
}

function noted(name: string, more: Partial<RestoredUpload['upload']> = {}): RestoredUpload {
  const file = { name, sizeBytes: 5, lastModified: DATE };
  const upload = { connectionId: 'media', ...cos.location, key: `in/${name}`, uploadId: `id-${name}`, name, file };
  const rest = { version: 1, onExisting: 'ask', plan: [], addedAt: NOW - DAY_MS } as const;
  return { upload: { ...upload, ...rest, ...more }, confirmed: new Map([[1, { sizeBytes: 3, crc64: '1' }]]) };
}

function notedWithHandle(name: string): RestoredUpload {
  return noted(name, { handle: { name } as FileSystemFileHandle });
}

describe('what is listed', () => {
  test('journaled uploads of configured places that no tab writes; the rest of the bucket after them', async () => {
    journaled = [
      noted('a'),
      noted('busy'),
      noted('moved', { bucket: 'elsewhere-1250000000' }),
      noted('gone', { connectionId: 'old' }),
    ];
    held.add(writerLockName(cos.location, 'in/busy'));
    const { store, refresh, lookInBucket } = open();
    await refresh();
    const looking = lookInBucket('media', 'in/');
    (await cos.next('listMultipartUploads')).succeed({
      uploads: [
        { key: 'in/a', uploadId: 'id-a' },
        { key: 'in/busy', uploadId: 'id-busy' },
      ],
      nextKeyMarker: 'in/busy',
    });
    const second = await cos.next('listMultipartUploads');
    expect(second.input).toEqual({ prefix: 'in/', keyMarker: 'in/busy' });
    second.succeed({ uploads: [{ key: 'in/theirs', uploadId: 't', initiated: new Date(NOW) }] });
    await looking;
    expect(store.getState()).toMatchObject([
      { uploadId: 'id-a', source: 'journal', name: 'a', sizeBytes: 5, sentBytes: 3 },
      { uploadId: 't', source: 'bucket', name: 'theirs', startedAt: new Date(NOW) },
    ]);
  });

  test('an upload leaves the list as soon as a transfer of this page writes its key', async () => {
    journaled = [noted('a'), noted('b')];
    const { store, refresh } = open();
    await refresh();
    const transfer = {
      id: '1',
      direction: 'upload',
      connectionId: 'media',
      key: 'in/a',
      name: 'a',
      sizeBytes: 5,
    } as const;
    tell([{ type: 'added', transfers: [{ ...transfer, addedAt: new Date(NOW), state: { status: 'queued' } }] }]);
    expect(store.getState().map(({ name }) => name)).toEqual(['b']);
    await refresh();
    expect(store.getState().map(({ name }) => name)).toEqual(['b']);
  });

  test('how much of it is there is summed over all pages', async () => {
    const { store, lookInBucket, measure } = open();
    const looking = lookInBucket('media', '');
    (await cos.next('listMultipartUploads')).succeed({ uploads: [{ key: 'x', uploadId: 't' }] });
    await looking;
    const measuring = measure('t');
    (await cos.next('listParts')).succeed({
      parts: [{ partNumber: 1, etag: 'e', sizeBytes: 7 }],
      nextPartNumberMarker: 1,
    });
    const second = await cos.next('listParts');
    expect(second.input).toMatchObject({ key: 'x', uploadId: 't', partNumberMarker: 1 });
    second.succeed({ parts: [{ partNumber: 2, etag: 'e', sizeBytes: 2 }] });
    await measuring;
    expect(store.getState()[0]?.sentBytes).toBe(9);
  });
});

describe('going on', () => {
  test('choosing again sends that file, and every other that is among the chosen ones', async () => {
    journaled = [noted('a'), noted('b'), noted('c')];
    const { refresh, choose } = open();
    await refresh();
    // The asked one may have a new date; the others must be the very same.
    choose(
      'id-a',
      [fileOf('b'), fileOf('a', 'hello', 99), fileOf('c', 'hello', 99)].map((file) => ({ file })),
    );
    expect(sent.map(({ key, resumes }) => [key, resumes])).toEqual([
      ['in/a', 'id-a'],
      ['in/b', 'id-b'],
    ]);
  });

  test('a file of another name or size is refused with the size that is needed', async () => {
    journaled = [noted('a')];
    const { store, refresh, choose } = open();
    await refresh();
    choose('id-a', [{ file: fileOf('a', 'longer content') }]);
    expect(sent).toEqual([]);
    expect(store.getState()[0]?.failure).toMatchObject({ code: 'NotTheSameFile', facts: { bytes: 5 } });
  });

  test('a folder chosen again goes on with everything of it, and keeps the handles for the next time', async () => {
    journaled = [noted('a'), noted('b'), noted('c')];
    const { store, refresh, choose } = open();
    await refresh();
    const handle = { name: 'b' } as FileSystemFileHandle;
    const chosen = [{ file: fileOf('b'), getHandle: async () => handle }, { file: fileOf('a') }, { file: fileOf('z') }];
    expect(choose(undefined, chosen)).toBe(2);
    expect(sent.map(({ resumes }) => resumes)).toEqual(['id-a', 'id-b']);
    expect(await sent[1]?.getHandle?.()).toBe(handle);
    expect(store.getState().every(({ failure }) => failure === undefined)).toBe(true);
    expect(choose(undefined, [{ file: fileOf('z') }])).toBe(0);
  });

  test('one click for all the browser can open; one that is refused does not keep the others', async () => {
    journaled = [notedWithHandle('a'), notedWithHandle('b'), noted('c')];
    const { store, refresh, resumeAll } = open(async ({ name }) => {
      if (name === 'a') throw new FailureError({ kind: 'local', code: 'FileUnreadable', message: 'not given' });
      return fileOf(name);
    });
    await refresh();
    await resumeAll();
    expect(sent.map(({ resumes }) => resumes)).toEqual(['id-b']);
    expect(store.getState()[0]?.failure?.code).toBe('FileUnreadable');
  });

  test('one click where the browser kept the file; a permission that is not given says so', async () => {
    journaled = [notedWithHandle('a')];
    const willing = open();
    await willing.refresh();
    expect(willing.store.getState()[0]?.hasHandle).toBe(true);
    await willing.resume('id-a');
    expect(sent).toMatchObject([{ key: 'in/a', resumes: 'id-a' }]);

    const refusing = open(async () => {
      throw new FailureError({ kind: 'local', code: 'FileUnreadable', message: 'not given' });
    });
    await refusing.refresh();
    await refusing.resume('id-a');
    expect(sent).toHaveLength(1);
    expect(refusing.store.getState()[0]?.failure?.code).toBe('FileUnreadable');
  });
});

describe('discarding', () => {
  test('one, or all that are older than some days', async () => {
    journaled = [noted('new'), noted('old', { addedAt: NOW - 8 * DAY_MS }), noted('third')];
    const { store, refresh, discard, discardOlderThan } = open();
    await refresh();
    await discardOlderThan(7);
    expect(discarded).toEqual(['id-old']);
    await discard('id-new');
    expect(store.getState().map(({ name }) => name)).toEqual(['third']);
  });

  test('what was cancelled before the last page closed is removed, and never listed', async () => {
    condemned = [noted('cancelled'), noted('elsewhere', { bucket: 'another-1250000000' })];
    const unfinished = open();
    await unfinished.refresh();
    expect(discarded).toEqual(['id-cancelled']);
    expect(unfinished.store.getState()).toEqual([]);
    refuses = true;
    await unfinished.refresh();
    expect(discarded).toEqual(['id-cancelled']);
  });

  test('what the server refuses to remove stays, with the reason', async () => {
    journaled = [noted('a')];
    refuses = true;
    const { store, refresh, discard } = open();
    await refresh();
    await discard('id-a');
    expect(store.getState()).toMatchObject([{ uploadId: 'id-a', isLeaving: false, failure: { code: 'AccessDenied' } }]);
  });
});
