import { expect, test } from 'vitest';
import type { ObjectHead } from '#cos/CosObject.ts';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { DEFAULT_RETRY_POLICY } from '#cos/retryPolicy.ts';
import { createTurnstile } from '#lib/createTurnstile.ts';
import { editObject } from './editObject.ts';
import { DEFAULT_OPERATION_POLICY, type OperationRun } from './OperationRun.ts';

const source = { key: 'k', sizeBytes: 3, etag: 'e1', storageClass: 'STANDARD_IA', lastModified: new Date(0) };
const head = {
  sizeBytes: 3,
  etag: 'e1',
  crc64: '9',
  contentType: 'text/plain',
  metadata: { old: 'a%20b' },
  delivery: { contentEncoding: 'gzip', cacheControl: 'no-cache' },
};

function runOn(cos: FakeCosClient, change: Partial<OperationRun> = {}): OperationRun {
  const client = Object.assign(cos, { readBlob: async () => new Blob() });
  return {
    cos: client,
    target: client,
    toOtherPlace: false,
    namesBelow: () => {
      throw new Error('Nothing gets a new name.');
    },
    throughPage: createTurnstile(1),
    onPageBytes: () => undefined,
    resumable: new Map(),
    made: new Set(),
    mayCopyOnServer: true,
    signal: new AbortController().signal,
    policy: { ...DEFAULT_OPERATION_POLICY, retry: DEFAULT_RETRY_POLICY },
    readsAcl: true,
    readsTags: true,
    notes: { began: async () => undefined, ended: async () => undefined },
    ...change,
  };
}

test('one header changes; everything else is said again, pinned to what was looked at', async () => {
  const cos = new FakeCosClient();
  const done = editObject(runOn(cos), source, { contentType: 'text/html' });
  (await cos.next('headObject')).succeed(head);
  (await cos.next('getObjectAcl')).succeed({ canned: 'public-read' });
  const copy = await cos.next('copyObject');
  expect(copy.input).toEqual({
    key: 'k',
    source: { ...cos.location, key: 'k', ifMatch: 'e1' },
    replacesHeaders: true,
    contentType: 'text/html',
    storageClass: 'STANDARD_IA',
    storedMetadata: { old: 'a%20b' },
    delivery: { contentEncoding: 'gzip', cacheControl: 'no-cache' },
    acl: 'public-read',
  });
  copy.succeed({ etag: 'e1' });
  (await cos.next('headObject')).succeed({ ...head, etag: 'e2', contentType: 'text/html' });
  expect(await done).toEqual({ ...source, etag: 'e2' });
});

test('what is as wanted already costs a look and nothing else', async () => {
  const cos = new FakeCosClient();
  const done = editObject(runOn(cos), source, {
    contentType: 'text/plain',
    storageClass: 'STANDARD_IA',
    metadata: { values: { old: 'a b' }, keepsOthers: false },
    tags: { values: { team: 'x' }, keepsOthers: true },
  });
  (await cos.next('headObject')).succeed(head);
  (await cos.next('getObjectTagging')).succeed({ team: 'x', other: '' });
  expect(await done).toEqual(source);
  expect(cos.calls.map(({ operation }) => operation)).toEqual(['headObject', 'getObjectTagging']);
});

test('tags are set by themselves, with those that stay', async () => {
  const cos = new FakeCosClient();
  const done = editObject(runOn(cos), source, { tags: { values: { team: 'y' }, keepsOthers: true } });
  (await cos.next('headObject')).succeed(head);
  (await cos.next('getObjectTagging')).succeed({ team: 'x', other: '' });
  const put = await cos.next('putObjectTagging');
  expect(put.input).toEqual({ key: 'k', tags: { team: 'y', other: '' } });
  put.succeed();
  expect(await done).toEqual(source);
});

test.each([
  [
    'grants that no header can repeat',
    'AclNotCarried',
    { cacheControl: '' },
    async (cos: FakeCosClient) => (await cos.next('getObjectAcl')).succeed({}),
  ],
  [
    'more metadata than COS keeps',
    'MetadataTooLarge',
    { metadata: { values: { note: 'x'.repeat(2048) }, keepsOthers: true } },
    undefined,
  ],
  [
    'an eleventh tag',
    'TooManyTags',
    { contentType: 'a/b', tags: { values: { new: '' }, keepsOthers: true } },
    async (cos: FakeCosClient) =>
      (await cos.next('getObjectTagging')).succeed(
        Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`t${n}`, ''])),
      ),
  ],
])('%s: nothing is changed', async (_, code, edit, answer) => {
  const cos = new FakeCosClient();
  const done = editObject(runOn(cos), source, edit);
  (await cos.next('headObject')).succeed(head);
  await answer?.(cos);
  await expect(done).rejects.toMatchObject({ failure: { code } });
  expect(cos.calls.filter(({ operation }) => /^(?:copy|put|upload)/.test(operation))).toEqual([]);
});

const says = { ...head, etag: 'e2', storageClass: 'STANDARD_IA' };

/** The pin is refused, and this is what is there then. */
async function afterRefusal(now: ObjectHead): Promise<unknown> {
  const cos = new FakeCosClient();
  const done = editObject(runOn(cos, { readsAcl: false }), source, { contentType: 'text/html' });
  (await cos.next('headObject')).succeed(head);
  (await cos.next('copyObject')).fail(serviceFailure('PreconditionFailed', { status: 412 }));
  (await cos.next('headObject')).succeed(now);
  void cos.next('headObject').then((call) => call.succeed(now));
  return done;
}

test('a refusal of the pin is our own success when it says what we said', async () => {
  expect(await afterRefusal({ ...says, contentType: 'text/html' })).toMatchObject({ etag: 'e2' });
});

test.each([says, { ...says, contentType: 'text/html', crc64: '8' }])('and somebody else otherwise', async (now) => {
  await expect(afterRefusal(now)).rejects.toMatchObject({ failure: { code: 'ObjectChanged' } });
});

test('what is too large for one copy is put together from parts of itself', async () => {
  const cos = new FakeCosClient();
  const policy = { ...DEFAULT_OPERATION_POLICY, retry: DEFAULT_RETRY_POLICY, wholeCopyBytes: 2, partCopyBytes: 2 };
  const done = editObject(runOn(cos, { policy }), source, { storageClass: 'STANDARD' });
  (await cos.next('headObject')).succeed(head);
  (await cos.next('getObjectAcl')).succeed({ canned: 'default' });
  (await cos.next('getObjectTagging')).succeed({ team: 'x' });
  const begin = await cos.next('initiateMultipartUpload');
  expect(begin.input).toMatchObject({
    key: 'k',
    storageClass: 'STANDARD',
    tags: { team: 'x' },
    contentType: 'text/plain',
    storedMetadata: { old: 'a%20b' },
    delivery: { contentEncoding: 'gzip', cacheControl: 'no-cache' },
  });
  begin.succeed({ uploadId: 'u' });
  for (const range of [
    { start: 0, end: 2 },
    { start: 2, end: 3 },
  ]) {
    const part = await cos.next('uploadPartCopy');
    expect(part.input).toMatchObject({ range, source: { key: 'k', ifMatch: 'e1' } });
    part.succeed({ etag: 'p' });
  }
  (await cos.next('completeMultipartUpload')).succeed({ etag: 'e3' });
  (await cos.next('headObject')).succeed({ ...head, etag: 'e3-2' });
  expect(await done).toEqual({ ...source, etag: 'e3-2', storageClass: 'STANDARD' });
});

test('a result of another content is told', async () => {
  const cos = new FakeCosClient();
  const done = editObject(runOn(cos, { readsAcl: false }), source, { contentType: 'a/b' });
  (await cos.next('headObject')).succeed(head);
  (await cos.next('copyObject')).succeed({ etag: 'x' });
  (await cos.next('headObject')).succeed({ ...head, crc64: '8' });
  await expect(done).rejects.toMatchObject({ failure: { code: 'ChecksumMismatch' } });
});
