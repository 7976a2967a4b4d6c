import { expect, test } from 'vitest';
import type { ContractSubject } from './ContractSubject.ts';
import { textOf } from './textOf.ts';

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

/** What is written is what is read, under any name, and nothing is written over that was to be kept. */
export function readAndWriteObligations(subject: () => ContractSubject): void {
  test.each(ODD_KEYS)('%j: put, head, get, list and delete mean the same object', async (key) => {
    const cos = subject().client;
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
    const cos = subject().client;
    await subject().seed('witness', 'x');
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

  test('a range is read from its first to its last byte', async () => {
    const cos = subject().client;
    await subject().seed('digits', '0123456789');
    const middle = await cos.getObject({ key: 'digits', range: { start: 3, end: 6 } });
    expect(middle).toMatchObject({ startByte: 3, sizeBytes: 10 });
    expect(await textOf(middle.body)).toBe('345');
    expect(await textOf((await cos.getObject({ key: 'digits', range: { start: 8 } })).body)).toBe('89');
    await expect(cos.getObject({ key: 'digits', range: { start: 10 } })).rejects.toMatchObject({
      failure: { code: 'InvalidRange', status: 416 },
    });
  });

  test('nothing there: HEAD and GET say NoSuchKey, DELETE is content', async () => {
    const cos = subject().client;
    const missing = { failure: { kind: 'service', code: 'NoSuchKey', status: 404 } };
    await expect(cos.headObject({ key: 'no' })).rejects.toMatchObject(missing);
    await expect(cos.getObject({ key: 'no' })).rejects.toMatchObject(missing);
    await cos.deleteObject({ key: 'no' });
  });

  test('forbidOverwrite protects what is there, by every way of writing', async () => {
    const cos = subject().client;
    await subject().seed('taken', 'old');
    const body = new Blob(['new']);
    const refused = { failure: { code: 'FileAlreadyExists', status: 409 } };
    await expect(cos.putObject({ key: 'taken', body, forbidOverwrite: true })).rejects.toMatchObject(refused);
    await expect(cos.postObject({ key: 'taken', body, forbidOverwrite: true })).rejects.toMatchObject(refused);
    await expect(cos.initiateMultipartUpload({ key: 'taken', forbidOverwrite: true })).rejects.toMatchObject(refused);
    expect(await textOf((await cos.getObject({ key: 'taken' })).body)).toBe('old');
  });

  test('a form writes what a PUT writes', async () => {
    const cos = subject().client;
    await cos.postObject({ key: '照/form 1.txt', body: new Blob(['a\r\nb']), contentType: 'text/plain' });
    const got = await cos.getObject({ key: '照/form 1.txt' });
    expect(got.contentType).toBe('text/plain');
    expect(await textOf(got.body)).toBe('a\r\nb');
  });

  test('archived bytes are read once they are restored, and only those can be', async () => {
    const cos = subject().client;
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

  test('a call rejects with the reason of its signal', async () => {
    const cos = subject().client;
    const signal = AbortSignal.abort(new DOMException('enough', 'AbortError'));
    await expect(cos.listObjects({ prefix: '' }, { signal })).rejects.toBe(signal.reason);
    await expect(cos.putObject({ key: 'a', body: new Blob() }, { signal })).rejects.toBe(signal.reason);
    await expect(cos.headObject({ key: 'a' }, { signal })).rejects.toBe(signal.reason);
  });
}
