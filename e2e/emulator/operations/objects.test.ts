import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exchange } from './testing/exchange.ts';
import { BUCKET, REGION, startTestCos, type TestCos } from '../testing/startTestCos.ts';

let running: TestCos;
beforeAll(async () => {
  running = await startTestCos();
});
afterAll(() => running.cos.close());

const ask: TestCos['ask'] = (asked) => running.ask(asked);
const put = (key: string, body: string, headers: Record<string, string> = {}) =>
  ask({ method: 'PUT', key, body, headers });
const stored = async (key: string) => (await running.cos.control.readObject(BUCKET, key))?.toString();
const md5 = (text: string) => createHash('md5').update(text).digest('base64');

describe('keys', () => {
  test.each([
    'a//b/../c',
    '..',
    './a',
    'a/..',
    '%2F',
    'a+b c',
    '照片/😀.png',
    '__proto__',
    'constructor/prototype',
    'tab\there',
    'q?x=1&y#z',
    `${'中'.repeat(283)}a`,
  ])('%j is kept byte for byte', async (key) => {
    expect((await put(key, `at ${key}`)).status).toBe(200);
    expect((await ask({ key })).text).toBe(`at ${key}`);
    expect(await stored(key)).toBe(`at ${key}`);
    const listed = await ask({ query: { prefix: key, 'encoding-type': 'url' } });
    const keys = [...listed.text.matchAll(/<Key>(.*?)<\/Key>/g)].map((match) => decodeURIComponent(match[1] ?? ''));
    expect(keys).toContain(key);
    expect((await ask({ method: 'DELETE', key })).status).toBe(204);
    expect(await stored(key)).toBeUndefined();
  });

  test.each([
    ['a'.repeat(851), 'KeyTooLong'],
    ['中'.repeat(284), 'KeyTooLong'],
    ['/leading', 'InvalidObjectName'],
    ['\\leading', 'InvalidObjectName'],
    ['control\u0018', 'InvalidObjectName'],
  ])('%j is refused: %s', async (key, code) => {
    expect(await put(key, 'x')).toMatchObject({ status: 400, code });
    expect(await stored(key)).toBeUndefined();
    expect(await ask({ method: 'POST', key, query: { uploads: '' } })).toMatchObject({ status: 400, code });
  });
});

describe('PUT Object', () => {
  test('answers both checksums and keeps the metadata', async () => {
    // Documented figures for this text (COS documentation 7749).
    const answer = await put('meta', '[Object Content]', {
      'Content-Type': 'text/plain',
      'Cache-Control': 'no-store',
      'Content-Disposition': 'inline',
      Expires: 'Thu, 01 Jan 2026 00:00:00 GMT',
      'X-COS-Meta-Colour': 'blue',
    });
    expect(answer.headers).toMatchObject({
      etag: '"ee8de918d05640145b18f70f4c3aa602"',
      'x-cos-hash-crc64ecma': '16749565679157681890',
      'content-length': '0',
    });
    const head = await ask({ method: 'HEAD', key: 'meta' });
    expect(head.headers).toMatchObject({
      'content-length': '16',
      'content-type': 'text/plain',
      'cache-control': 'no-store',
      'content-disposition': 'inline',
      expires: 'Thu, 01 Jan 2026 00:00:00 GMT',
      'x-cos-meta-colour': 'blue',
      'x-cos-hash-crc64ecma': '16749565679157681890',
      'accept-ranges': 'bytes',
    });
    expect(head.headers).not.toHaveProperty('x-cos-storage-class');
    expect(head.body).toHaveLength(0);
  });

  test('an overwrite replaces content and metadata', async () => {
    await put('over', 'old', { 'x-cos-meta-a': '1' });
    await put('over', 'new');
    const got = await ask({ key: 'over' });
    expect(got.text).toBe('new');
    expect(got.headers).not.toHaveProperty('x-cos-meta-a');
  });

  test.each([
    ['a wrong Content-MD5', { 'Content-MD5': md5('other') }, 'BadDigest'],
    ['a Content-MD5 that is none', { 'Content-MD5': 'abc' }, 'InvalidDigest'],
    ['a Content-MD5 of 15 bytes', { 'Content-MD5': Buffer.alloc(15).toString('base64') }, 'InvalidDigest'],
    ['an unknown storage class', { 'x-cos-storage-class': 'GLACIER' }, 'NotSupportedStorageClass'],
    ['an unknown ACL', { 'x-cos-acl': 'public-read-write' }, 'InvalidArgument'],
    ['too much metadata', { 'x-cos-meta-a': 'x'.repeat(2048) }, 'KeyTooLong'],
    ['a metadata name with an underscore', { 'x-cos-meta-a_b': 'x' }, 'InvalidArgument'],
    ['a traffic limit too low', { 'x-cos-traffic-limit': '819199' }, 'InvalidArgument'],
    ['a traffic limit too high', { 'x-cos-traffic-limit': '838860801' }, 'InvalidArgument'],
    ['a traffic limit with a unit', { 'x-cos-traffic-limit': '1MB' }, 'InvalidArgument'],
    ['another word for true', { 'x-cos-forbid-overwrite': 'yes' }, 'InvalidArgument'],
  ])('refuses %s and stores nothing', async (_, headers, code) => {
    expect(await put('refused', 'content', headers)).toMatchObject({ status: 400, code });
    expect(await stored('refused')).toBeUndefined();
  });

  test.each(['x-cos-grant-read', 'x-cos-server-side-encryption'])('says that it does not serve %s', async (header) => {
    expect(await put('refused', 'content', { [header]: 'a=b' })).toMatchObject({
      status: 501,
      code: 'NotImplemented',
    });
  });

  test('a right Content-MD5 passes; empty values count as absent', async () => {
    const headers = { 'Content-MD5': md5('content'), 'Cache-Control': '', 'x-cos-acl': '' };
    expect((await put('digest', 'content', headers)).status).toBe(200);
  });

  test('needs a length, or chunks', async () => {
    const { port } = running.cos;
    const request = (key: string) => [
      `PUT ${running.presign({ method: 'PUT', key })} HTTP/1.1`,
      `Host: ${running.host}`,
    ];
    const chunks = '3\r\nin \r\n6\r\nchunks\r\n0\r\n\r\n';
    const chunked = await exchange(port, [...request('chunked'), 'Transfer-Encoding: chunked'], chunks);
    expect(chunked).toMatch(/^HTTP\/1\.1 200 /);
    expect(await stored('chunked')).toBe('in chunks');
    const without = await exchange(port, request('without'));
    expect(without).toMatch(/^HTTP\/1\.1 411 [^]*<Code>MissingContentLength</);
    expect(await stored('without')).toBeUndefined();
  });

  test('a body that breaks off leaves the old object', async () => {
    await put('cut', 'old');
    const target = running.presign({ method: 'PUT', key: 'cut' });
    await new Promise<void>((resolve) => {
      const socket = connect(running.cos.port, '127.0.0.1');
      socket.on('close', () => resolve());
      socket.on('error', () => {});
      socket.write(`PUT ${target} HTTP/1.1\r\nHost: ${running.host}\r\nContent-Length: 100\r\n\r\nonly this`, () =>
        socket.destroy(),
      );
    });
    expect(await stored('cut')).toBe('old');
    expect((await ask({ key: 'cut' })).text).toBe('old');
  });

  test('forbid-overwrite: of many at once exactly one wins', async () => {
    const headers = { 'x-cos-forbid-overwrite': 'true' };
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => put('race', `by ${index}`, headers)));
    const statuses = answers.map((answer) => answer.status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
    expect(await stored('race')).toBe(`by ${answers.findIndex((answer) => answer.status === 200)}`);
  });

  test.each([undefined, 'Enabled', 'Suspended'] as const)('versioning %s is told, and decides', async (versioning) => {
    const bucket = { name: 'versions-1250000000', region: REGION, ...(versioning ? { versioning } : {}) };
    await running.cos.control.createBucket(bucket);
    const host = `${bucket.name}.cos.${REGION}.localhost:${running.cos.port}`;
    const told = await ask({ host, query: { versioning: '' } });
    expect(told.text.includes(versioning ? `<Status>${versioning}</Status>` : '<VersioningConfiguration/>')).toBe(true);
    const write = () =>
      ask({ host, method: 'PUT', key: 'k', body: 'x', headers: { 'x-cos-forbid-overwrite': 'true' } });
    await write();
    expect((await write()).status).toBe(versioning ? 200 : 409);
  });
});

describe('GET Object', () => {
  beforeAll(async () => {
    await put('ten', '0123456789', { 'Content-Type': 'text/plain' });
    await put('empty', '');
  });

  test.each([
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=7-100', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=-100', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
  ])('range %s', async (Range, status, text, contentRange) => {
    const got = await ask({ key: 'ten', headers: { Range } });
    expect([got.status, got.text, got.headers['content-range']]).toEqual([status, text, contentRange]);
    expect(got.headers['content-length']).toBe(String(text.length));
    // About the whole object, also on a part of it.
    const head = await ask({ method: 'HEAD', key: 'ten' });
    expect(got.headers['x-cos-hash-crc64ecma']).toBe(head.headers['x-cos-hash-crc64ecma']);
    expect(got.headers.etag).toBe(head.headers.etag);
  });

  test.each([
    ['ten', 'bytes=10-'],
    ['ten', 'bytes=-0'],
    ['empty', 'bytes=0-'],
  ])('%s has no byte in %s', async (key, Range) => {
    expect(await ask({ key, headers: { Range } })).toMatchObject({ status: 416, code: 'InvalidRange' });
  });

  test('an empty object, whole', async () => {
    const got = await ask({ key: 'empty' });
    expect([got.status, got.headers['content-length'], got.headers['x-cos-hash-crc64ecma']]).toEqual([200, '0', '0']);
  });

  test('conditions: 304 with the ETag and no body, 412 with an error', async () => {
    const { etag = '', 'last-modified': modified = '' } = (await ask({ method: 'HEAD', key: 'ten' })).headers;
    for (const headers of [{ 'If-None-Match': etag }, { 'If-Modified-Since': modified }]) {
      const got = await ask({ key: 'ten', headers });
      expect([got.status, got.body.length, got.headers.etag]).toEqual([304, 0, etag]);
      expect((await ask({ method: 'HEAD', key: 'ten', headers })).status).toBe(304);
    }
    const before = new Date(Date.parse(modified) - 1000).toUTCString();
    for (const headers of [{ 'If-Match': '"x"' }, { 'If-Unmodified-Since': before }]) {
      expect(await ask({ key: 'ten', headers })).toMatchObject({ status: 412, code: 'PreconditionFailed' });
      const head = await ask({ method: 'HEAD', key: 'ten', headers });
      expect([head.status, head.body.length]).toEqual([412, 0]);
    }
    expect((await ask({ key: 'ten', headers: { 'If-Match': etag, Range: 'bytes=0-1' } })).text).toBe('01');
  });

  test('response-* replaces headers on a signed request and never splits one', async () => {
    const got = await ask({
      key: 'ten',
      query: { 'response-content-type': 'text/html', 'response-content-disposition': 'attachment; filename="报告"' },
    });
    expect(got.headers['content-type']).toBe('text/html');
    const disposition = Buffer.from(got.headers['content-disposition'] ?? '', 'latin1').toString('utf8');
    expect(disposition).toBe('attachment; filename="报告"');
    const split = await ask({ key: 'ten', query: { 'response-content-type': 'text/html\r\nSet-Cookie: a=b' } });
    expect(split).toMatchObject({ status: 400, code: 'InvalidArgument' });
  });

  test('response-* is refused to nobody in particular, the object itself is not', async () => {
    await put('public', 'public', { 'x-cos-acl': 'public-read' });
    expect((await ask({ key: 'public', keys: null })).text).toBe('public');
    const refused = await ask({ key: 'public', keys: null, query: { 'response-content-type': 'text/html' } });
    expect(refused).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });

  test('an archived object can be looked at, not read', async () => {
    await put('archived', 'cold', { 'x-cos-storage-class': 'DEEP_ARCHIVE' });
    const head = await ask({ method: 'HEAD', key: 'archived' });
    expect([head.status, head.headers['x-cos-storage-class']]).toEqual([200, 'DEEP_ARCHIVE']);
    const got = await ask({ key: 'archived' });
    expect(got).toMatchObject({ status: 403, code: 'InvalidObjectState' });
    expect(got.headers['x-cos-storage-class']).toBe('DEEP_ARCHIVE');
  });

  test('what is not there', async () => {
    expect(await ask({ key: 'missing' })).toMatchObject({ status: 404, code: 'NoSuchKey' });
    const head = await ask({ method: 'HEAD', key: 'missing' });
    expect([head.status, head.body.length]).toEqual([404, 0]);
    const version = await ask({ key: 'ten', query: { versionId: 'v' } });
    expect(version).toMatchObject({ status: 404, code: 'NoSuchVersion' });
  });

  test('a traffic limit in the query slows a download down', async () => {
    await put('slow', 'x'.repeat(60_000));
    const started = performance.now();
    // 819,200 bit/s are 102,400 bytes a second.
    await ask({ key: 'slow', query: { 'x-cos-traffic-limit': '819200' } });
    expect(performance.now() - started).toBeGreaterThan(400);
  });
});
