import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUCKET, REGION, startTestCos, type TestCos } from '../testing/startTestCos.ts';

const OTHER = 'other-1250000000';
let running: TestCos;
beforeAll(async () => {
  running = await startTestCos({
    buckets: [
      { name: BUCKET, region: REGION },
      { name: OTHER, region: REGION },
    ],
  });
  await running.ask({
    method: 'PUT',
    key: 'source',
    body: 'source',
    headers: { 'Content-Type': 'text/plain', 'x-cos-meta-a': '1', 'x-cos-storage-class': 'STANDARD_IA' },
  });
});
afterAll(() => running.cos.close());

const sourceHeader = (key = 'source', bucket = BUCKET) => ({
  'x-cos-copy-source': `${bucket}.cos.${REGION}.myqcloud.com/${encodeURIComponent(key)}`,
});
const copy = (key: string, headers: Record<string, string>) => running.ask({ method: 'PUT', key, headers });
const stored = async (key: string, bucket = BUCKET) => (await running.cos.control.readObject(bucket, key))?.toString();

const resource = (path: string) => [`qcs::cos:${REGION}:uid/1250000000:${BUCKET}/${path}`];

describe('PUT Object - Copy', () => {
  test('copies bytes and metadata; class and ACL are its own', async () => {
    const answer = await copy('copied', sourceHeader());
    expect(answer.headers['content-length']).toBeUndefined();
    const etag = createHash('md5').update('source').digest('hex');
    expect(answer.text).toMatch(
      new RegExp(
        `<CopyObjectResult><ETag>&quot;${etag}&quot;</ETag><CRC64>\\d+</CRC64><LastModified>[-\\dT:]{19}Z</LastModified></CopyObjectResult>`,
      ),
    );
    const head = (await running.ask({ method: 'HEAD', key: 'copied' })).headers;
    expect(head).toMatchObject({ 'content-type': 'text/plain', 'x-cos-meta-a': '1', etag: `"${etag}"` });
    expect(head).not.toHaveProperty('x-cos-storage-class');
  });

  test('Replaced takes the metadata of the request, and is needed onto itself', async () => {
    const onto = await copy('source', sourceHeader());
    expect(onto).toMatchObject({ status: 400, code: 'InvalidRequest' });
    await copy('itself', sourceHeader());
    const headers = { ...sourceHeader('itself'), 'x-cos-metadata-directive': 'Replaced', 'Content-Type': 'text/csv' };
    expect((await copy('itself', headers)).status).toBe(200);
    const head = (await running.ask({ method: 'HEAD', key: 'itself' })).headers;
    expect(head['content-type']).toBe('text/csv');
    expect(head).not.toHaveProperty('x-cos-meta-a');
    expect(await stored('itself')).toBe('source');
  });

  test('from another bucket', async () => {
    await running.cos.control.putObject(OTHER, '另/一 个+.txt', Buffer.from('from the other'));
    expect((await copy('across', sourceHeader('另/一 个+.txt', OTHER))).text).toContain('CopyObjectResult');
    expect(await stored('across')).toBe('from the other');
  });

  test.each([
    ['if-match', () => '"x"'],
    ['if-none-match', (etag: string) => etag],
    ['if-modified-since', (_: string, modified: string) => modified],
    ['if-unmodified-since', () => 'Wed, 01 May 2024 10:00:00 GMT'],
  ])('x-cos-copy-source-%s that does not hold is 412', async (name, value) => {
    const head = (await running.ask({ method: 'HEAD', key: 'source' })).headers;
    const condition = value(head.etag ?? '', head['last-modified'] ?? '');
    const answer = await copy('conditional', { ...sourceHeader(), [`x-cos-copy-source-${name}`]: condition });
    expect(answer).toMatchObject({ status: 412, code: 'PreconditionFailed' });
    expect(await stored('conditional')).toBeUndefined();
  });

  test.each([
    ['a source that is not there', sourceHeader('missing'), 404, 'NoSuchCopySource'],
    ['a bucket that is not there', sourceHeader('source', 'none-1250000000'), 404, 'NoSuchBucket'],
    ['a source in the form of S3', { 'x-cos-copy-source': `/${BUCKET}/source` }, 400, 'InvalidCopySource'],
    ['another directive', { ...sourceHeader(), 'x-cos-metadata-directive': 'REPLACE' }, 400, 'InvalidArgument'],
  ])('refuses %s', async (_, headers, status, code) => {
    expect(await copy('refused', headers)).toMatchObject({ status, code });
  });

  test('forbid-overwrite', async () => {
    const headers = { ...sourceHeader(), 'x-cos-forbid-overwrite': 'true' };
    await copy('once', headers);
    expect(await copy('once', headers)).toMatchObject({ status: 409, code: 'FileAlreadyExists' });
  });

  test('an archived source cannot be read', async () => {
    await running.ask({ method: 'PUT', key: 'cold', body: 'x', headers: { 'x-cos-storage-class': 'ARCHIVE' } });
    expect(await copy('warm', sourceHeader('cold'))).toMatchObject({ status: 403, code: 'InvalidObjectState' });
  });

  test('needs GetObject on the source as well as the right to write', async () => {
    const keys = running.cos.issueKeys({
      policy: {
        version: '2.0',
        statement: [
          { effect: 'allow', action: ['name/cos:PutObject', 'name/cos:PutObjectCopy'], resource: resource('*') },
          { effect: 'allow', action: ['name/cos:GetObject'], resource: resource('readable/*') },
        ],
      },
    });
    await copy('readable/1', sourceHeader());
    const ask = (source: string) =>
      running.ask({ method: 'PUT', key: 'by policy', headers: sourceHeader(source), keys });
    expect(await ask('source')).toMatchObject({ status: 403, code: 'AccessDenied' });
    // No oracle for names either: what may not be read is not told apart from what is not there.
    expect(await ask('missing')).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect((await ask('readable/1')).text).toContain('CopyObjectResult');
  });
});
