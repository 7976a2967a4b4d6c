import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CosClient } from '../CosClient.ts';

export interface ContractSubject {
  readonly client: CosClient;
  /** Puts an object there behind the client's back, with any key. */
  seed(key: string, content: string): Promise<void> | void;
  /** Smallest part except the last that this bucket takes. */
  readonly minimumPartBytes: number;
  close?(): Promise<void> | void;
}

const ODD_KEYS = [
  '照片/2024 年/图 1.jpg',
  '😀/👩‍👩‍👧.txt',
  'a//b',
  "+%2F%#?&='<>*~;@!().txt",
  '__proto__',
  'constructor/x',
  '007',
  ' edge spaces ',
  'a\tb\u0001c',
  '...',
  'a\\..\\b',
];

/**
 * What every `CosClient` owes its callers, stated once. Runs on the in-memory bucket, and on the real client against the
 * emulator or, where a bucket and keys are given, against COS itself.
 */
export function describeCosClientContract(name: string, makeSubject: () => Promise<ContractSubject>): void {
  describe(`CosClient contract: ${name}`, () => {
    let subject: ContractSubject;
    let cos: CosClient;
    beforeEach(async () => {
      subject = await makeSubject();
      cos = subject.client;
    });
    afterEach(async () => {
      await subject.close?.();
    });

    test.each(ODD_KEYS)('%j: put, head, get, list and delete mean the same object', async (key) => {
      const put = await cos.putObject({ key, body: new Blob(['content']), contentType: 'text/plain' });
      const head = await cos.headObject({ key });
      expect(head).toMatchObject({ sizeBytes: 7, contentType: 'text/plain' });
      expect(head.etag).toBe(put.etag);
      expect(head.etag).not.toContain('"');
      const got = await cos.getObject({ key });
      expect(got).toMatchObject({ sizeBytes: 7, startByte: 0 });
      expect(await textOf(got.body)).toBe('content');
      const { objects } = await cos.listObjects({ prefix: '' });
      expect(objects).toMatchObject([{ key, sizeBytes: 7, etag: put.etag, storageClass: 'STANDARD' }]);
      expect(objects[0]?.lastModified).toBeInstanceOf(Date);
      await cos.deleteObject({ key });
      expect((await cos.listObjects({ prefix: '' })).objects).toEqual([]);
    });

    test.each(['..', '../x', 'a/../b', 'a/./b', 'a/..', '.', ''])('%j is refused before any request', async (key) => {
      await subject.seed('witness', 'x');
      const body = new Blob(['x']);
      const unsafe = { failure: { code: 'UnsafeKey' } };
      await expect(cos.headObject({ key })).rejects.toMatchObject(unsafe);
      await expect(cos.getObject({ key })).rejects.toMatchObject(unsafe);
      await expect(cos.putObject({ key, body })).rejects.toMatchObject(unsafe);
      await expect(cos.deleteObject({ key })).rejects.toMatchObject(unsafe);
      await expect(cos.initiateMultipartUpload({ key })).rejects.toMatchObject(unsafe);
      await expect(cos.uploadPart({ key, uploadId: 'u', partNumber: 1, body })).rejects.toMatchObject(unsafe);
      expect((await cos.listObjects({ prefix: '' })).objects.map((object) => object.key)).toEqual(['witness']);
    });

    test('a key no URL can name is listed and can be deleted by name', async () => {
      await subject.seed('a/../b', 'x');
      expect((await cos.listObjects({ prefix: 'a/' })).objects.map(({ key }) => key)).toEqual(['a/../b']);
      expect(await cos.deleteObjects({ keys: ['a/../b'] })).toEqual({ deleted: ['a/../b'], errors: [] });
      expect((await cos.listObjects({ prefix: '' })).objects).toEqual([]);
    });

    test('a listing folds at the delimiter and pages without a hole or a double', async () => {
      const keys = ['a', 'b/', 'b/1', 'b/2', 'c/1', 'd', 'é', '照', '😀'];
      for (const key of keys) await subject.seed(key, '');
      const seen: string[] = [];
      let marker: string | undefined;
      let pages = 0;
      do {
        const page = await cos.listObjects({
          prefix: '',
          delimiter: '/',
          maxKeys: 2,
          ...(marker === undefined ? {} : { marker }),
        });
        seen.push(...page.objects.map(({ key }) => key), ...page.commonPrefixes);
        marker = page.nextMarker;
        pages += 1;
      } while (marker !== undefined);
      expect(seen.toSorted()).toEqual(['a', 'b/', 'c/', 'd', 'é', '照', '😀'].toSorted());
      expect(pages).toBe(4);
      const inside = await cos.listObjects({ prefix: 'b/', delimiter: '/' });
      expect(inside.objects.map(({ key }) => key)).toEqual(['b/', 'b/1', 'b/2']);
    });

    test('a range is read from its first to its last byte', async () => {
      await subject.seed('digits', '0123456789');
      const middle = await cos.getObject({ key: 'digits', range: { start: 3, end: 6 } });
      expect(middle).toMatchObject({ startByte: 3, sizeBytes: 10 });
      expect(await textOf(middle.body)).toBe('345');
      expect(await textOf((await cos.getObject({ key: 'digits', range: { start: 8 } })).body)).toBe('89');
      await expect(cos.getObject({ key: 'digits', range: { start: 10 } })).rejects.toMatchObject({
        failure: { code: 'InvalidRange', status: 416 },
      });
    });

    test('nothing there: HEAD and GET say NoSuchKey, DELETE is content', async () => {
      const missing = { failure: { kind: 'service', code: 'NoSuchKey', status: 404 } };
      await expect(cos.headObject({ key: 'no' })).rejects.toMatchObject(missing);
      await expect(cos.getObject({ key: 'no' })).rejects.toMatchObject(missing);
      await cos.deleteObject({ key: 'no' });
    });

    test('forbidOverwrite protects what is there, by every way of writing', async () => {
      await subject.seed('taken', 'old');
      const body = new Blob(['new']);
      const refused = { failure: { code: 'FileAlreadyExists', status: 409 } };
      await expect(cos.putObject({ key: 'taken', body, forbidOverwrite: true })).rejects.toMatchObject(refused);
      await expect(cos.postObject({ key: 'taken', body, forbidOverwrite: true })).rejects.toMatchObject(refused);
      await expect(cos.initiateMultipartUpload({ key: 'taken', forbidOverwrite: true })).rejects.toMatchObject(refused);
      expect(await textOf((await cos.getObject({ key: 'taken' })).body)).toBe('old');
    });

    test('a form writes what a PUT writes', async () => {
      await cos.postObject({ key: '照/form 1.txt', body: new Blob(['a\r\nb']), contentType: 'text/plain' });
      const got = await cos.getObject({ key: '照/form 1.txt' });
      expect(got.contentType).toBe('text/plain');
      expect(await textOf(got.body)).toBe('a\r\nb');
    });

    test('parts become an object when completed, and not before', async () => {
      const key = 'multi part.bin';
      const first = new Blob(['a'.repeat(subject.minimumPartBytes)]);
      const { uploadId } = await cos.initiateMultipartUpload({ key, contentType: 'text/plain' });
      const sent: number[] = [];
      const one = await cos.uploadPart(
        { key, uploadId, partNumber: 1, body: first },
        { onSent: (bytes) => sent.push(bytes) },
      );
      const two = await cos.uploadPart({ key, uploadId, partNumber: 2, body: new Blob(['end']) });
      expect(sent.at(-1)).toBe(first.size);
      expect((await cos.listParts({ key, uploadId })).parts).toEqual([
        { partNumber: 1, etag: one.etag, sizeBytes: first.size },
        { partNumber: 2, etag: two.etag, sizeBytes: 3 },
      ]);
      const page = await cos.listParts({ key, uploadId, maxParts: 1 });
      expect(page.nextPartNumberMarker).toBe(1);
      expect((await cos.listParts({ key, uploadId, partNumberMarker: 1 })).parts).toHaveLength(1);
      expect((await cos.listMultipartUploads({ prefix: 'multi' })).uploads).toMatchObject([{ key, uploadId }]);
      await expect(cos.headObject({ key })).rejects.toMatchObject({ failure: { code: 'NoSuchKey' } });
      const parts = [one, two].map(({ etag = '' }, index) => ({ partNumber: index + 1, etag }));
      const done = await cos.completeMultipartUpload({ key, uploadId, parts });
      expect(await cos.headObject({ key })).toMatchObject({ sizeBytes: first.size + 3, etag: done.etag });
      expect((await cos.listMultipartUploads({ prefix: '' })).uploads).toEqual([]);
      await expect(cos.completeMultipartUpload({ key, uploadId, parts })).rejects.toMatchObject({
        failure: { code: 'NoSuchUpload' },
      });
    });

    test('a bucket without versions says so', async () => {
      expect(await cos.getBucketVersioning()).toEqual({});
    });

    test('an aborted upload is gone', async () => {
      const { uploadId } = await cos.initiateMultipartUpload({ key: 'x' });
      await cos.abortMultipartUpload({ key: 'x', uploadId });
      await expect(cos.listParts({ key: 'x', uploadId })).rejects.toMatchObject({ failure: { code: 'NoSuchUpload' } });
    });

    test('a copy is pinned to what it was meant to be', async () => {
      await subject.seed('from 照', 'x');
      const { etag = '' } = await cos.headObject({ key: 'from 照' });
      const source = { ...cos.location, key: 'from 照' };
      await cos.copyObject({ key: 'to', source: { ...source, ifMatch: etag } });
      expect(await textOf((await cos.getObject({ key: 'to' })).body)).toBe('x');
      await expect(
        cos.copyObject({ key: 'other', source: { ...source, ifMatch: '0'.repeat(32) } }),
      ).rejects.toMatchObject({ failure: { code: 'PreconditionFailed' } });
    });

    test('what is said about an object can be read, and a copy made of parts can be told all of it', async () => {
      const facts = {
        contentType: 'text/plain',
        metadata: { note: 'x' },
        delivery: { cacheControl: 'max-age=9', contentDisposition: 'attachment' },
        tags: { team: 'a b', 照: '1' },
        acl: 'public-read',
      } as const;
      await cos.putObject({ key: 'from', body: new Blob(['a'.repeat(subject.minimumPartBytes + 3)]), ...facts });
      const { etag = '' } = await cos.headObject({ key: 'from' });
      expect(await cos.getObjectAcl({ key: 'from' })).toEqual({ canned: 'public-read' });
      expect(await cos.getObjectTagging({ key: 'from' })).toEqual(facts.tags);
      const { uploadId } = await cos.initiateMultipartUpload({ key: 'to', ...facts });
      const source = { ...cos.location, key: 'from', ifMatch: etag };
      const cut = subject.minimumPartBytes;
      const parts = [
        { partNumber: 1, range: { start: 0, end: cut } },
        { partNumber: 2, range: { start: cut, end: cut + 3 } },
      ];
      const copied = [];
      for (const part of parts) {
        copied.push({ ...part, ...(await cos.uploadPartCopy({ key: 'to', uploadId, source, ...part })) });
      }
      await cos.completeMultipartUpload({ key: 'to', uploadId, parts: copied });
      const { contentType, delivery } = facts;
      expect(await cos.headObject({ key: 'to' })).toMatchObject({ sizeBytes: cut + 3, contentType, delivery });
      expect(await cos.getObjectAcl({ key: 'to' })).toEqual({ canned: 'public-read' });
      expect(await cos.getObjectTagging({ key: 'to' })).toEqual(facts.tags);
      const changed = { ...source, ifMatch: '0'.repeat(32) };
      const other = await cos.initiateMultipartUpload({ key: 'to2' });
      await expect(
        cos.uploadPartCopy({
          key: 'to2',
          uploadId: other.uploadId,
          partNumber: 1,
          source: changed,
          range: { start: 0, end: 1 },
        }),
      ).rejects.toMatchObject({ failure: { code: 'PreconditionFailed' } });
    });

    test('a plain copy keeps what was said, but for the ACL', async () => {
      const tags = { team: 'x' };
      await cos.putObject({ key: 'from', body: new Blob(['x']), contentType: 'text/plain', tags, acl: 'public-read' });
      await cos.copyObject({ key: 'to', source: { ...cos.location, key: 'from' }, storageClass: 'STANDARD_IA' });
      expect(await cos.headObject({ key: 'to' })).toMatchObject({
        contentType: 'text/plain',
        storageClass: 'STANDARD_IA',
      });
      expect(await cos.getObjectTagging({ key: 'to' })).toEqual(tags);
      expect((await cos.getObjectAcl({ key: 'to' })).canned).not.toBe('public-read');
    });

    test('a copy onto itself says its headers anew; tags are set and removed by themselves', async () => {
      const body = new Blob(['x']);
      await cos.putObject({ key: 'o', body, contentType: 'text/plain', metadata: { old: '1' }, tags: { team: 'x' } });
      const { etag = '' } = await cos.headObject({ key: 'o' });
      const source = { ...cos.location, key: 'o', ifMatch: etag };
      await expect(cos.copyObject({ key: 'o', source })).rejects.toMatchObject({ failure: { code: 'InvalidRequest' } });
      await cos.copyObject({
        key: 'o',
        source,
        replacesHeaders: true,
        contentType: 'text/html',
        storedMetadata: { new: 'a%20b' },
        delivery: { cacheControl: 'max-age=9' },
        storageClass: 'STANDARD_IA',
      });
      expect(await cos.headObject({ key: 'o' })).toMatchObject({
        sizeBytes: 1,
        contentType: 'text/html',
        metadata: { new: 'a%20b' },
        delivery: { cacheControl: 'max-age=9' },
        storageClass: 'STANDARD_IA',
      });
      expect(await cos.getObjectTagging({ key: 'o' })).toEqual({ team: 'x' });
      await cos.putObjectTagging({ key: 'o', tags: { 照: 'a b', empty: '' } });
      expect(await cos.getObjectTagging({ key: 'o' })).toEqual({ 照: 'a b', empty: '' });
      await cos.putObjectTagging({ key: 'o', tags: {} });
      expect(await cos.getObjectTagging({ key: 'o' })).toEqual({});
    });

    test('who may read an object is set by a word, and given back to the bucket', async () => {
      await cos.putObject({ key: 'o', body: new Blob(['x']) });
      for (const acl of ['public-read', 'private', 'default'] as const) {
        await cos.putObjectAcl({ key: 'o', acl });
        expect(await cos.getObjectAcl({ key: 'o' })).toEqual({ canned: acl });
      }
      await expect(cos.putObjectAcl({ key: 'none', acl: 'private' })).rejects.toMatchObject({
        failure: { code: 'NoSuchKey' },
      });
    });

    test('archived bytes are read once they are restored, and only those can be', async () => {
      await cos.putObject({ key: 'cold', body: new Blob(['ice']), storageClass: 'ARCHIVE' });
      const archived = { failure: { code: 'InvalidObjectState', status: 403 } };
      await expect(cos.getObject({ key: 'cold' })).rejects.toMatchObject(archived);
      await cos.restoreObject({ key: 'cold', days: 1, tier: 'Expedited' });
      expect(await textOf((await cos.getObject({ key: 'cold' })).body)).toBe('ice');
      await cos.putObject({ key: 'warm', body: new Blob(['x']) });
      await expect(cos.restoreObject({ key: 'warm', days: 1, tier: 'Bulk' })).rejects.toMatchObject({
        failure: { code: 'RestoreNonArchiveObject' },
      });
    });

    test('a bucket that keeps no versions lists each object as the one it has', async () => {
      await subject.seed('v 照', 'x');
      const { versions } = await cos.listObjectVersions({ prefix: 'v' });
      expect(versions).toMatchObject([{ key: 'v 照', isLatest: true, isDeleteMarker: false, sizeBytes: 1 }]);
    });

    test('several are deleted at once; keys that cannot go together are refused', async () => {
      for (const key of ['a', 'b', '照 &<>"']) await subject.seed(key, '');
      expect((await cos.deleteObjects({ keys: ['a', '照 &<>"', 'never'] })).deleted.toSorted()).toEqual(
        ['a', 'never', '照 &<>"'].toSorted(),
      );
      await expect(cos.deleteObjects({ keys: ['/b'] })).rejects.toMatchObject({ failure: { code: 'KeyNotAllowed' } });
      await expect(cos.deleteObjects({ keys: ['b\u0001'] })).rejects.toMatchObject({
        failure: { code: 'KeyNotAllowed' },
      });
      expect((await cos.listObjects({ prefix: '' })).objects.map(({ key }) => key)).toEqual(['b']);
    });

    test('a call rejects with the reason of its signal', async () => {
      const signal = AbortSignal.abort(new DOMException('enough', 'AbortError'));
      await expect(cos.listObjects({ prefix: '' }, { signal })).rejects.toBe(signal.reason);
      await expect(cos.putObject({ key: 'a', body: new Blob() }, { signal })).rejects.toBe(signal.reason);
      await expect(cos.headObject({ key: 'a' }, { signal })).rejects.toBe(signal.reason);
    });
  });
}

function textOf(body: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(body as BodyInit).text();
}
