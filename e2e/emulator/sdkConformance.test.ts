import COS from 'cos-nodejs-sdk-v5';
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CosEmulator } from './EmulatorOptions.ts';
import { startCosEmulator } from './startCosEmulator.ts';
import { rawRequest } from './testing/rawRequest.ts';

/**
 * The vendor's own client for Node against this emulator, over real HTTP: an implementation of the protocol that is
 * not ours. Its `Ip` option connects to an address and keeps the bucket's name in `Host`, which Node does not resolve.
 */

const Bucket = 'media-1250000000';
const Region = 'ap-guangzhou';
const at = { Bucket, Region };
const MIB = 1024 * 1024;
const KEYS = [
  'plain.txt',
  'a//b/../c',
  './dot/../..',
  'percent %2F and + plus',
  '照片/2024 年/😀.png',
  '__proto__',
  'quote"\'<&>`^{}[]~#|?=;.txt',
];

let cos: CosEmulator;
let sdk: COS;
let folder: string;

const ACCOUNT = { SecretId: 'EMULATORsdk0000000000000000000000000', SecretKey: 'sdk-secret-key-00000000000000000' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sdk-conformance-'));
  cos = await startCosEmulator({
    buckets: [{ name: Bucket, region: Region }],
    accounts: [{ secretId: ACCOUNT.SecretId, secretKey: ACCOUNT.SecretKey }],
  });
  sdk = clientFor(ACCOUNT);
});
afterAll(async () => {
  await cos.close();
  await rm(folder, { recursive: true });
});

function clientFor(options: COS.COSOptions): COS {
  return new COS({
    ...options,
    Protocol: 'http:',
    Domain: `{Bucket}.cos.{Region}.localhost:${cos.port}`,
    Ip: `127.0.0.1:${cos.port}`,
    // Where it remembers upload ids between runs; the default is the home folder.
    ConfCwd: folder,
    // It would fold `..` and refuse such keys before they reach the server.
    ObjectKeySimplifyCheck: false,
  });
}

/** Calls that the SDK's types give as `void & Promise`. */
function promised<T>(call: (callback: (error: COS.CosError, data: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, data) => (error ? reject(error) : resolve(data)));
  });
}

const host = () => `${Bucket}.cos.${Region}.localhost:${cos.port}`;
/** The SDK knows copy sources only under the real domains. */
const copySource = (key: string) =>
  `${Bucket}.cos.${Region}.myqcloud.com/${key.split('/').map(encodeURIComponent).join('/')}`;
const stored = async (key: string) => Buffer.from((await cos.control.readObject(Bucket, key)) ?? []);

describe('one object', () => {
  test.each(KEYS)('%s: put, head, get, delete', async (Key) => {
    const body = Buffer.from(`content of ${Key}`);
    const put = await sdk.putObject({
      ...at,
      Key,
      Body: body,
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'max-age=60',
      'x-cos-meta-author': 'bee',
    });
    expect(put.ETag).toBe(`"${createHash('md5').update(body).digest('hex')}"`);
    expect(put.headers?.['x-cos-hash-crc64ecma']).toMatch(/^\d+$/);

    expect(await stored(Key)).toEqual(body);

    const head = await sdk.headObject({ ...at, Key });
    expect(head.headers).toMatchObject({
      'content-length': String(body.length),
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'max-age=60',
      'x-cos-meta-author': 'bee',
      etag: put.ETag,
    });
    const got = await sdk.getObject({ ...at, Key });
    expect(got.Body.equals(body)).toBe(true);

    expect((await sdk.deleteObject({ ...at, Key })).statusCode).toBe(204);
    expect(await cos.control.readObject(Bucket, Key)).toBeUndefined();
    expect((await sdk.deleteObject({ ...at, Key })).statusCode).toBe(204);
    await expect(sdk.getObject({ ...at, Key })).rejects.toMatchObject({ statusCode: 404, code: 'NoSuchKey' });
  });

  test('put from a stream, get a range into a stream, and conditions', async () => {
    const path = join(folder, 'upload.bin');
    const bytes = randomBytes(3 * MIB + 17);
    await writeFile(path, bytes);
    await sdk.putObject({ ...at, Key: 'streamed', Body: await readFile(path), ContentLength: bytes.length });
    const target = join(folder, 'download.bin');
    const got = await sdk.getObject({
      ...at,
      Key: 'streamed',
      Range: 'bytes=1000-2000000',
      Output: createWriteStream(target),
    });
    expect(got.statusCode).toBe(206);
    expect((await readFile(target)).equals(bytes.subarray(1000, 2_000_001))).toBe(true);
    const { ETag } = await sdk.headObject({ ...at, Key: 'streamed' });
    await expect(sdk.getObject({ ...at, Key: 'streamed', IfMatch: '"other"' })).rejects.toMatchObject({
      statusCode: 412,
    });
    await expect(sdk.getObject({ ...at, Key: 'streamed', IfNoneMatch: ETag })).rejects.toMatchObject({
      statusCode: 304,
    });
  });

  test('its own Content-MD5 check is satisfied', async () => {
    const checking = clientFor({ ...ACCOUNT, UploadCheckContentMd5: true });
    await checking.putObject({ ...at, Key: 'checked', Body: 'checked' });
    expect((await stored('checked')).toString()).toBe('checked');
  });

  test('forbid-overwrite', async () => {
    const Headers = { 'x-cos-forbid-overwrite': 'true' };
    await sdk.putObject({ ...at, Key: 'once', Body: 'first', Headers });
    await expect(sdk.putObject({ ...at, Key: 'once', Body: 'second', Headers })).rejects.toMatchObject({
      statusCode: 409,
      code: 'FileAlreadyExists',
    });
    expect((await stored('once')).toString()).toBe('first');
  });
});

describe('listing', () => {
  const prefix = 'list/';
  const names = [...Array.from({ length: 25 }, (_, index) => `f${String(index).padStart(2, '0')}`), 'x y+z', '照片'];

  beforeAll(async () => {
    for (const name of names) await cos.control.putObject(Bucket, `${prefix}${name}`, Buffer.from(name));
    for (const name of ['dir/1', 'dir/2', 'e😀/1'])
      await cos.control.putObject(Bucket, `${prefix}${name}`, Buffer.from('x'));
  });

  test.each([{}, { EncodingType: 'url' }] as const)('all pages, folders folded, %j', async (encoding) => {
    const decode = 'EncodingType' in encoding ? decodeURIComponent : (text: string) => text;
    const keys: string[] = [];
    const folders: string[] = [];
    let Marker = '';
    for (let isTruncated = true; isTruncated;) {
      const page = await sdk.getBucket({ ...at, Prefix: prefix, Delimiter: '/', MaxKeys: 4, Marker, ...encoding });
      expect(page.Contents.length + page.CommonPrefixes.length).toBeLessThanOrEqual(4);
      keys.push(...page.Contents.map((object) => decode(object.Key)));
      folders.push(...page.CommonPrefixes.map((folder) => decode(folder.Prefix)));
      isTruncated = page.IsTruncated === 'true';
      Marker = decode(page.NextMarker ?? '');
    }
    expect(keys).toEqual(names.map((name) => prefix + name));
    expect(folders).toEqual([`${prefix}dir/`, `${prefix}e😀/`]);
  });

  test('an entry says what HEAD says', async () => {
    const head = await sdk.headObject({ ...at, Key: 'list/f00' });
    const page = await sdk.getBucket({ ...at, Prefix: 'list/f00' });
    expect(page.Contents).toEqual([
      expect.objectContaining({
        Key: 'list/f00',
        ETag: head.ETag,
        Size: '3',
        StorageClass: 'STANDARD',
        Owner: { ID: '1250000000', DisplayName: '1250000000' },
      }),
    ]);
    expect(Date.parse(page.Contents[0]?.LastModified ?? '')).toBe(Date.parse(head.headers?.['last-modified'] ?? ''));
  });

  test('HEAD Bucket', async () => {
    const head = await sdk.headBucket(at);
    expect(head.headers?.['x-cos-bucket-region']).toBe(Region);
  });
});

describe('multipart', () => {
  test('sliceUploadFile: in parallel, verified, and the object is the file', async () => {
    const FilePath = join(folder, 'large.bin');
    const bytes = randomBytes(9 * MIB + 123);
    await writeFile(FilePath, bytes);
    const done = await promised<COS.SliceUploadFileResult>((callback) =>
      sdk.sliceUploadFile({ ...at, Key: 'large.bin', FilePath, ChunkSize: 2 * MIB }, callback),
    );
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-5"$/);
    expect((await stored('large.bin')).equals(bytes)).toBe(true);
    expect(await cos.control.listUploads(Bucket)).toEqual([]);
  });

  test('sliceUploadFile goes on with an upload it finds, after comparing its parts with the file', async () => {
    const FilePath = join(folder, 'resumed.bin');
    const bytes = randomBytes(5 * MIB);
    await writeFile(FilePath, bytes);
    const Key = 'resumed.bin';
    const { UploadId } = await sdk.multipartInit({ ...at, Key });
    for (const PartNumber of [1, 2]) {
      const Body = bytes.subarray((PartNumber - 1) * MIB, PartNumber * MIB);
      await sdk.multipartUpload({ ...at, Key, UploadId, PartNumber, Body });
    }
    cos.control.clearJournal();
    await promised((callback) => sdk.sliceUploadFile({ ...at, Key, FilePath, ChunkSize: MIB }, callback));
    const parts = cos.control.journal().filter((entry) => entry.operation === 'UploadPart');
    expect(new Set(parts.map((entry) => entry.query['partNumber']))).toEqual(new Set(['3', '4', '5']));
    expect((await stored(Key)).equals(bytes)).toBe(true);
  });

  test('by hand, out of order, a part replaced, listed in pages, completed', async () => {
    const Key = 'by hand/照片.bin';
    const { UploadId } = await sdk.multipartInit({ ...at, Key, ContentType: 'image/png', 'x-cos-meta-k': 'v' });
    const bodies = [randomBytes(MIB), randomBytes(MIB), randomBytes(10)];
    const send = async (PartNumber: number, Body: Buffer) => {
      const { ETag } = await sdk.multipartUpload({ ...at, Key, UploadId, PartNumber, Body });
      return { PartNumber, ETag };
    };
    await send(2, randomBytes(MIB));
    const third = await send(3, bodies[2]!);
    const first = await send(1, bodies[0]!);
    const second = await send(2, bodies[1]!);

    const uploads = await promised<COS.MultipartListResult>((callback) =>
      sdk.multipartList({ ...at, Prefix: 'by hand/', Delimiter: '' }, callback),
    );
    expect(uploads.Upload).toMatchObject([{ Key, UploadId }]);
    const listed: unknown[] = [];
    let PartNumberMarker = '';
    for (let isTruncated = true; isTruncated;) {
      const page = await promised<COS.MultipartListPartResult>((callback) =>
        sdk.multipartListPart({ ...at, Key, UploadId, MaxParts: 2, PartNumberMarker }, callback),
      );
      listed.push(...page.Part.map((part) => [part.PartNumber, part.ETag, part.Size]));
      isTruncated = page.IsTruncated === 'true';
      PartNumberMarker = String(page.NextPartNumberMarker);
    }
    expect(listed).toEqual([
      ['1', first.ETag, String(MIB)],
      ['2', second.ETag, String(MIB)],
      ['3', third.ETag, '10'],
    ]);
    const done = await sdk.multipartComplete({ ...at, Key, UploadId, Parts: [first, second, third] });
    expect(done.ETag).toMatch(/-3"$/);
    expect((await stored(Key)).equals(Buffer.concat(bodies))).toBe(true);
    const head = await sdk.headObject({ ...at, Key });
    expect(head.headers).toMatchObject({ 'content-type': 'image/png', 'x-cos-meta-k': 'v', etag: done.ETag });
  });

  test('abort', async () => {
    const { UploadId } = await sdk.multipartInit({ ...at, Key: 'aborted' });
    expect((await sdk.multipartAbort({ ...at, Key: 'aborted', UploadId })).statusCode).toBe(204);
    await expect(sdk.multipartListPart({ ...at, Key: 'aborted', UploadId })).rejects.toMatchObject({
      statusCode: 404,
      code: 'NoSuchUpload',
    });
  });
});

describe('copy', () => {
  test('putObjectCopy, with the metadata of the source or its own', async () => {
    await sdk.putObject({ ...at, Key: '源 1+1.txt', Body: 'source', ContentType: 'text/plain', 'x-cos-meta-a': '1' });
    const CopySource = copySource('源 1+1.txt');
    const copied = await sdk.putObjectCopy({ ...at, Key: 'copy-1', CopySource });
    expect(copied.ETag).toBe(`"${createHash('md5').update('source').digest('hex')}"`);
    await sdk.putObjectCopy({
      ...at,
      Key: 'copy-2',
      CopySource,
      MetadataDirective: 'Replaced',
      ContentType: 'text/csv',
    });
    expect((await sdk.headObject({ ...at, Key: 'copy-1' })).headers).toMatchObject({
      'content-type': 'text/plain',
      'x-cos-meta-a': '1',
    });
    const second = (await sdk.headObject({ ...at, Key: 'copy-2' })).headers;
    expect(second).toMatchObject({ 'content-type': 'text/csv' });
    expect(second).not.toHaveProperty('x-cos-meta-a');
    expect((await stored('copy-2')).toString()).toBe('source');
  });

  test('part copy, by ranges', async () => {
    const bytes = randomBytes(3 * MIB);
    await cos.control.putObject(Bucket, 'to split', bytes);
    const Key = 'put together';
    const { UploadId } = await sdk.multipartInit({ ...at, Key });
    const Parts: COS.Part[] = [];
    for (const [index, CopySourceRange] of [`bytes=${MIB}-${3 * MIB - 1}`, `bytes=0-${MIB - 1}`].entries()) {
      const PartNumber = index + 1;
      const part = { ...at, Key, UploadId, PartNumber, CopySource: copySource('to split'), CopySourceRange };
      const { ETag } = await promised<COS.UploadPartCopyResult>((callback) => sdk.uploadPartCopy(part, callback));
      Parts.push({ PartNumber, ETag });
    }
    await sdk.multipartComplete({ ...at, Key, UploadId, Parts });
    const expected = Buffer.concat([bytes.subarray(MIB), bytes.subarray(0, MIB)]);
    expect((await stored(Key)).equals(expected)).toBe(true);
  });

  test('a source that is not there', async () => {
    await expect(sdk.putObjectCopy({ ...at, Key: 'copy', CopySource: copySource('missing') })).rejects.toMatchObject({
      statusCode: 404,
      code: 'NoSuchCopySource',
    });
  });
});

describe('multi-delete', () => {
  test('deletes what is there, and counts the missing as deleted', async () => {
    const keys = ['multi/1', 'multi/<&>', 'multi/照', 'multi/missing'];
    for (const key of keys.slice(0, 3)) await cos.control.putObject(Bucket, key, Buffer.from('x'));
    const result = await sdk.deleteMultipleObject({ ...at, Objects: keys.map((Key) => ({ Key })) });
    expect(result.Deleted.map((entry) => entry.Key)).toEqual(keys);
    expect((await cos.control.listKeys(Bucket)).filter((key) => key.startsWith('multi/'))).toEqual([]);
  });

  test('a key the policy does not cover is an error of its own, the others go', async () => {
    for (const key of ['mine/1', 'theirs/1']) await cos.control.putObject(Bucket, key, Buffer.from('x'));
    const keys = cos.issueKeys({
      policy: {
        version: '2.0',
        statement: [
          {
            effect: 'allow',
            action: ['name/cos:DeleteObject'],
            resource: [`qcs::cos:${Region}:uid/1250000000:${Bucket}/mine/*`],
          },
        ],
      },
    });
    const narrow = clientFor({
      SecretId: keys.tmpSecretId,
      SecretKey: keys.tmpSecretKey,
      SecurityToken: keys.sessionToken,
    });
    const result = await narrow.deleteMultipleObject({ ...at, Objects: [{ Key: 'mine/1' }, { Key: 'theirs/1' }] });
    expect(result.Deleted).toEqual([{ Key: 'mine/1' }]);
    expect(result.Error).toMatchObject([{ Key: 'theirs/1', Code: 'AccessDenied' }]);
    expect(await cos.control.readObject(Bucket, 'theirs/1')).toBeDefined();
  });
});

const fetchUrl = (url: string, method = 'GET') => {
  const { pathname, search } = new URL(url);
  return rawRequest({ method, target: `${pathname}${search}`, host: host(), port: cos.port });
};

const presign = (options: Partial<COS.GetObjectUrlParams> = {}) =>
  new Promise<string>((resolve, reject) => {
    sdk.getObjectUrl({ ...at, Key: 'shared/报告 1.txt', Sign: true, Expires: 600, ...options }, (error, data) =>
      error ? reject(new Error(JSON.stringify(error))) : resolve(data.Url),
    );
  });

describe('presigned', () => {
  beforeAll(() => cos.control.putObject(Bucket, 'shared/报告 1.txt', Buffer.from('shared')));

  test('a link works until it ends, and not after', async () => {
    const url = await presign();
    const before = await fetchUrl(url);
    expect([before.status, before.text]).toEqual([200, 'shared']);
    cos.control.moveClock(595_000);
    expect((await fetchUrl(url)).status).toBe(200);
    cos.control.moveClock(605_000);
    const after = await fetchUrl(url);
    cos.control.moveClock(0);
    expect([after.status, after.code]).toEqual([403, 'AccessDenied']);
    expect(after.text).toContain('Request has expired');
    expect(after.text).not.toContain('shared</');
  });

  test('a link is for one method and carries its own headers', async () => {
    const Query = { 'response-content-disposition': 'attachment; filename="报告.txt"' };
    const url = await presign({ Query });
    expect((await fetchUrl(url, 'HEAD')).status).toBe(403);
    const answer = await fetchUrl(url);
    const disposition = Buffer.from(answer.headers['content-disposition'] ?? '', 'latin1').toString('utf8');
    expect(disposition).toBe('attachment; filename="报告.txt"');
    expect((await fetchUrl(url.replace('attachment', 'inline'))).code).toBe('SignatureDoesNotMatch');
  });
});

describe('errors as the SDK reads them', () => {
  test('a wrong key', async () => {
    const stranger = clientFor({ SecretId: 'EMULATORunknown', SecretKey: 'x' });
    await expect(stranger.headObject({ ...at, Key: 'k' })).rejects.toMatchObject({ statusCode: 403 });
    await expect(stranger.getObject({ ...at, Key: 'k' })).rejects.toMatchObject({ code: 'InvalidAccessKeyId' });
  });

  test('a wrong secret', async () => {
    const liar = clientFor({ SecretId: ACCOUNT.SecretId, SecretKey: 'x' });
    await expect(liar.getBucket(at)).rejects.toMatchObject({ statusCode: 403, code: 'SignatureDoesNotMatch' });
  });

  test('a bucket that does not exist', async () => {
    await expect(sdk.getBucket({ ...at, Bucket: 'other-1250000000' })).rejects.toMatchObject({ code: 'NoSuchBucket' });
    await expect(sdk.getBucket({ ...at, Region: 'ap-beijing' })).rejects.toMatchObject({ code: 'NoSuchBucket' });
  });

  test('an upload that does not exist', async () => {
    const Parts = [{ PartNumber: 1, ETag: '"x"' }];
    await expect(sdk.multipartComplete({ ...at, Key: 'k', UploadId: 'nope', Parts })).rejects.toMatchObject({
      code: 'NoSuchUpload',
    });
  });
});
