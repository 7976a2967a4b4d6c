import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDiskObjectStore } from './createDiskObjectStore.ts';
import type { ObjectStore } from './objectStore.ts';

const BUCKET = 'store-1250000000';
const PLAIN = { headers: { 'content-type': 'text/plain' }, storageClass: 'STANDARD', acl: 'default' };
const now = () => 1_700_000_000_000;

let folder: string;
let store: ObjectStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'object-store-'));
  store = await createDiskObjectStore(folder, { now });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const body = (text: string | Uint8Array) => Readable.from([Buffer.from(text)]);
const put = (key: string, text: string | Uint8Array) => store.write(BUCKET, key, body(text), PLAIN);
const bytesOf = (key: string, range?: { start: number; end: number }) => buffer(store.read(BUCKET, key, range));
const textOf = async (key: string) => (await bytesOf(key)).toString();
const keys = (prefix = '', after = '') => Array.from(store.list(BUCKET, prefix, after), (object) => object.key);

async function* broken() {
  yield Buffer.alloc(3_000_000);
  throw new Error('cut');
}

async function reopen(): Promise<void> {
  await store.close();
  store = await createDiskObjectStore(folder, { now });
}

async function blobs(): Promise<string[]> {
  const entries = await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('knows both checksums of what it stored', async () => {
  // The documented pair for this text (COS documentation 7749).
  expect(await put('a', '[Object Content]')).toMatchObject({
    key: 'a',
    sizeBytes: 16,
    etag: 'ee8de918d05640145b18f70f4c3aa602',
    crc64: '16749565679157681890',
    lastModified: now(),
  });
  expect(await put('empty', '')).toMatchObject({ sizeBytes: 0, etag: 'd41d8cd98f00b204e9800998ecf8427e', crc64: '0' });
  expect(await textOf('empty')).toBe('');
});

test('a body of many batches comes back unchanged, whole and in ranges', async () => {
  const bytes = Buffer.alloc(5_000_003, 'beeline ');
  const pieces = Array.from({ length: 50 }, (_, index) => bytes.subarray(index * 100_001, (index + 1) * 100_001));
  const stored = await store.write(BUCKET, 'big', Readable.from(pieces), PLAIN);
  expect(stored.etag).toBe(createHash('md5').update(bytes).digest('hex'));
  expect((await bytesOf('big')).equals(bytes)).toBe(true);
  expect((await bytesOf('big', { start: 999_999, end: 3_000_000 })).equals(bytes.subarray(999_999, 3_000_001))).toBe(
    true,
  );
});

test('no key is ever a path', async () => {
  for (const key of ['../../escape', 'a//b/../c', '__proto__', 'constructor', '照片/😀', '%2F', 'nul\0']) {
    await put(key, key);
    expect(await textOf(key)).toBe(key);
  }
  expect((await blobs()).filter((name) => !/^[0-9a-f]{64}\.[0-9a-f]{16}$/.test(name))).toEqual([]);
});

test('everything survives a restart: objects, order, uploads and their parts', async () => {
  await put('b', 'second');
  await put('a\u2028line', 'first');
  await put('gone', 'x');
  await store.delete(BUCKET, 'gone');
  const { uploadId } = await store.createUpload(BUCKET, 'whole', PLAIN);
  await store.writePart(BUCKET, uploadId, 2, body('two'));
  await store.writePart(BUCKET, uploadId, 1, body('wrong'));
  await store.writePart(BUCKET, uploadId, 1, body('one '));
  const before = store.head(BUCKET, 'b');
  await reopen();
  expect(keys()).toEqual(['a\u2028line', 'b']);
  expect(store.head(BUCKET, 'b')).toEqual(before);
  expect(store.upload(BUCKET, 'whole', uploadId)).toMatchObject({ key: 'whole', ...PLAIN });
  expect(store.parts(BUCKET, uploadId).map((part) => [part.partNumber, part.sizeBytes])).toEqual([
    [1, 4],
    [2, 3],
  ]);
  await store.complete(BUCKET, uploadId, [1, 2], { etag: 'opaque-2' });
  await reopen();
  expect(await textOf('whole')).toBe('one two');
  expect(store.uploads(BUCKET)).toEqual([]);
});

test('a multipart object is its parts in order, with the checksum of the whole, and no leftovers', async () => {
  const { uploadId } = await store.createUpload(BUCKET, 'k', PLAIN);
  const first = Buffer.alloc(1_048_576, 'a');
  await store.writePart(BUCKET, uploadId, 1, body(first));
  await store.writePart(BUCKET, uploadId, 2, body('bcd'));
  await store.writePart(BUCKET, uploadId, 3, body('not listed'));
  const object = await store.complete(BUCKET, uploadId, [1, 2], { etag: 'etag-2' });
  // Combination documented by the test data of the SDKs.
  expect(object).toMatchObject({ sizeBytes: 1_048_579, crc64: '16459478348349099966', etag: 'etag-2' });
  expect((await bytesOf('k', { start: 1_048_574, end: 1_048_577 })).toString()).toBe('aabc');
  expect(await blobs()).toHaveLength(2);
});

test('a replaced or deleted object frees its file, but not under a reader', async () => {
  const old = Buffer.alloc(2_000_000, 'old');
  await put('k', old);
  const reader = store.read(BUCKET, 'k');
  await put('k', 'new');
  await store.delete(BUCKET, 'k');
  expect((await buffer(reader)).equals(old)).toBe(true);
  await reopen();
  expect(await blobs()).toEqual([]);
});

describe('a refused or broken body', () => {
  test('leaves the old object and no file when the check throws', async () => {
    await put('k', 'old');
    const refused = store.write(BUCKET, 'k', body('new'), PLAIN, () => {
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await textOf('k')).toBe('old');
    expect(await blobs()).toHaveLength(1);
  });

  test('leaves the old object and no file when the body breaks off', async () => {
    await put('k', 'old');
    await expect(store.write(BUCKET, 'k', Readable.from(broken()), PLAIN)).rejects.toThrow('cut');
    expect(await textOf('k')).toBe('old');
    expect(await blobs()).toHaveLength(1);
  });

  test('a part that ends after its upload was aborted is refused', async () => {
    const { uploadId } = await store.createUpload(BUCKET, 'k', PLAIN);
    async function* slow() {
      yield Buffer.from('first');
      await store.abort(BUCKET, uploadId);
      yield Buffer.from('second');
    }
    await expect(store.writePart(BUCKET, uploadId, 1, Readable.from(slow()))).rejects.toMatchObject({
      code: 'NoSuchUpload',
    });
    expect(await blobs()).toEqual([]);
  });
});

describe('after a kill', () => {
  test('a torn last line and orphaned files are dropped, everything acknowledged is there', async () => {
    await put('kept', 'kept');
    await store.close();
    await appendFile(join(folder, 'journal.jsonl'), '{"type":"delete","bucket":"store-12500');
    await mkdir(join(folder, 'blobs', '00'), { recursive: true });
    await writeFile(join(folder, 'blobs', '00', 'orphan'), 'half a body');
    store = await createDiskObjectStore(folder, { now });
    expect(await textOf('kept')).toBe('kept');
    expect(await blobs()).toHaveLength(1);
    await put('more', 'more');
    await reopen();
    expect(keys()).toEqual(['kept', 'more']);
  });

  test('a line that is damaged in the middle is an error, never a silent loss', async () => {
    await put('a', 'a');
    await store.close();
    const path = join(folder, 'journal.jsonl');
    await writeFile(path, `{"damaged\n${await readFile(path, 'utf8')}`);
    await expect(createDiskObjectStore(folder, { now })).rejects.toThrow(/JSON/);
    await writeFile(path, '');
    store = await createDiskObjectStore(folder, { now });
  });

  test('kill -9 in the middle of many writes loses nothing that was acknowledged', { timeout: 60_000 }, async () => {
    await store.close();
    const writer = spawn(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, 'store/writeForever.ts'), folder],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    // Its output ends a moment before the process is gone.
    const isGone = once(writer, 'exit');
    let acknowledged = 0;
    for await (const chunk of writer.stdout as AsyncIterable<Buffer>) {
      acknowledged += chunk.toString().split('\n').length - 1;
      if (acknowledged > 60) writer.kill('SIGKILL');
    }
    await isGone;
    store = await createDiskObjectStore(folder, { now });
    const found = keys();
    expect(found.length).toBeGreaterThanOrEqual(acknowledged);
    for (const key of found) {
      expect(
        createHash('md5')
          .update(await bytesOf(key))
          .digest('hex'),
      ).toBe(store.head(BUCKET, key)?.etag);
    }
    expect(await blobs()).toHaveLength(found.length);
  });
});

test('closing ends the writes under way: what was acknowledged is there, of the others nothing is left', async () => {
  const endless = new Readable({ read: () => {} });
  endless.push('never all of it');
  const writes = [
    ...Array.from({ length: 20 }, (_, index) => put(`late ${index}`, Buffer.alloc(300_000))),
    store.write(BUCKET, 'endless', endless, PLAIN),
  ];
  const settled = Promise.allSettled(writes);
  await reopen();
  const acknowledged = (await settled).filter((write) => write.status === 'fulfilled');
  expect(keys()).toHaveLength(acknowledged.length);
  expect(await blobs()).toHaveLength(acknowledged.length);
});

test('a second store on the same folder is refused while the first process runs', async () => {
  await store.close();
  await writeFile(join(folder, 'lock'), String(process.ppid));
  await expect(createDiskObjectStore(folder, { now })).rejects.toThrow(/Another emulator/);
  await rm(join(folder, 'lock'));
  store = await createDiskObjectStore(folder, { now });
});

test('a journal of many overwrites shrinks at the next start', async () => {
  for (let index = 0; index < 500; index++) await put('same', String(index));
  await reopen();
  expect((await readFile(join(folder, 'journal.jsonl'), 'utf8')).split('\n')).toHaveLength(2);
  expect(await textOf('same')).toBe('499');
});

test('versions, marks and what was said about them outlive a restart, and freed bytes do not', async () => {
  const write = (text: string, versionId: string) => store.write(BUCKET, 'v', body(text), { ...PLAIN, versionId });
  await put('v', 'before versioning');
  await write('one', 'a');
  const two = await write('two', 'b');
  await store.alter(BUCKET, two, { tags: { team: 'x' } });
  await store.mark(BUCKET, 'v', 'c');
  await reopen();
  expect(keys()).toEqual([]);
  expect(store.versions(BUCKET, 'v').map((each) => [each.versionId, each.isDeleteMarker])).toEqual([
    ['c', true],
    ['b', false],
    ['a', false],
    [undefined, false],
  ]);
  await store.deleteVersion(BUCKET, 'v', 'c');
  await store.deleteVersion(BUCKET, 'v', 'null');
  await reopen();
  expect(await textOf('v')).toBe('two');
  expect(store.head(BUCKET, 'v')?.tags).toEqual({ team: 'x' });
  expect((await buffer(store.read(BUCKET, 'v', undefined, 'a'))).toString()).toBe('one');
  expect(await blobs()).toHaveLength(2);
});
