import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exchange } from './testing/exchange.ts';
import { BUCKET, startTestCos, type TestCos } from '../testing/startTestCos.ts';

const PART = 4096;
let running: TestCos;
beforeAll(async () => {
  running = await startTestCos({ minimumPartBytes: PART });
});
afterAll(() => running.cos.close());

const ask: TestCos['ask'] = (asked) => running.ask(asked);
const between = (xml: string, name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(xml)?.[1] ?? '';

async function initiate(key: string, headers: Record<string, string> = {}): Promise<string> {
  const { text } = await ask({ method: 'POST', key, query: { uploads: '' }, headers });
  expect([between(text, 'Bucket'), between(text, 'Key')]).toEqual([BUCKET, key]);
  return between(text, 'UploadId');
}

const upload = (key: string, uploadId: string, partNumber: number | string, body: string | Uint8Array, headers = {}) =>
  ask({ method: 'PUT', key, query: { partNumber: String(partNumber), uploadId }, body, headers });

const partList = (parts: readonly (readonly [number, string])[]) =>
  `<CompleteMultipartUpload>${parts
    .map(([number, etag]) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`)
    .join('')}</CompleteMultipartUpload>`;

const complete = (key: string, uploadId: string, body: string, headers = {}) =>
  ask({ method: 'POST', key, query: { uploadId }, body, headers });

const etagOf = (body: string | Uint8Array) => `"${createHash('md5').update(body).digest('hex')}"`;
const stored = (key: string) => running.cos.control.readObject(BUCKET, key);

describe('Complete', () => {
  test('answers 200 without a length, white space first, then the result; the ETag is not derived from the parts', async () => {
    const bodies = [randomBytes(PART), randomBytes(10)];
    const parts = bodies.map((body, index) => [index + 1, etagOf(body)] as const);
    const answers = [];
    for (const key of ['done 1', 'done 2']) {
      const uploadId = await initiate(key, { 'Content-Type': 'image/png', 'x-cos-meta-a': '1' });
      for (const [index, body] of bodies.entries()) {
        const answer = await upload(key, uploadId, index + 1, body);
        expect([answer.status, answer.headers.etag]).toEqual([200, etagOf(body)]);
      }
      answers.push(await complete(key, uploadId, partList(parts)));
    }
    const [first, second] = answers;
    expect(first?.headers['content-length']).toBeUndefined();
    expect(first?.text).toMatch(/^\s+<\?xml[^>]*>\s*<CompleteMultipartUploadResult xmlns="[^"]+"><Location>http:/);
    const etag = between(first?.text ?? '', 'ETag');
    expect(etag).toMatch(/^&quot;[0-9a-f]{32}-2&quot;$/);
    expect(between(second?.text ?? '', 'ETag')).not.toBe(etag);
    expect(await stored('done 1')).toEqual(Buffer.concat(bodies));

    const head = await ask({ method: 'HEAD', key: 'done 1' });
    expect(head.headers).toMatchObject({
      etag: etag.replaceAll('&quot;', '"'),
      'content-type': 'image/png',
      'x-cos-meta-a': '1',
      'content-length': String(PART + 10),
      'x-cos-hash-crc64ecma': first?.headers['x-cos-hash-crc64ecma'],
    });
  });

  test('reports the CRC-64 of the whole', async () => {
    const uploadId = await initiate('crc');
    // Documented pair of the vendor's test data: a MiB of "a", then "bcd".
    const bodies = ['a'.repeat(1_048_576), 'bcd'];
    for (const [index, body] of bodies.entries()) await upload('crc', uploadId, index + 1, body);
    const done = await complete('crc', uploadId, partList(bodies.map((body, index) => [index + 1, etagOf(body)])));
    expect(done.headers['x-cos-hash-crc64ecma']).toBe('16459478348349099966');
  });

  const big = 'x'.repeat(PART);
  const [one, two] = [etagOf(big), etagOf('y')];
  test.each([
    ['an empty list', '<CompleteMultipartUpload/>', 400, 'InvalidArgument'],
    [
      'a descending list',
      partList([
        [2, two],
        [1, one],
      ]),
      400,
      'InvalidPartOrder',
    ],
    [
      'a missing part',
      partList([
        [1, one],
        [2, two],
        [3, one],
      ]),
      400,
      'InvalidPart',
    ],
    [
      'a wrong ETag',
      partList([
        [1, two],
        [2, two],
      ]),
      400,
      'InvalidPart',
    ],
    ['a gap', partList([[2, two]]), 400, 'InvalidPart'],
    ['another document', '<Delete/>', 400, 'MalformedXML'],
    ['cut XML', '<CompleteMultipartUpload><Part>', 400, 'MalformedXML'],
    [
      'a part without ETag',
      '<CompleteMultipartUpload><Part><PartNumber>1</PartNumber></Part></CompleteMultipartUpload>',
      400,
      'MalformedXML',
    ],
    ['no body', '', 400, 'MissingRequestBodyError'],
  ])('refuses %s, and the upload is still there', async (name, body, status, code) => {
    const key = `refused ${name}`;
    const uploadId = await initiate(key);
    await upload(key, uploadId, 1, big);
    await upload(key, uploadId, 2, 'y');
    expect(await complete(key, uploadId, body)).toMatchObject({ status, code });
    const good = await complete(
      key,
      uploadId,
      partList([
        [1, one],
        [2, two],
      ]),
    );
    expect(good.text).toContain('CompleteMultipartUploadResult');
    expect((await stored(key))?.length).toBe(PART + 1);
  });

  test('a part below the minimum may only be the last', async () => {
    const uploadId = await initiate('small');
    await upload('small', uploadId, 1, 'tiny');
    await upload('small', uploadId, 2, 'tiny');
    const both = partList([
      [1, etagOf('tiny')],
      [2, etagOf('tiny')],
    ]);
    expect(await complete('small', uploadId, both)).toMatchObject({ status: 400, code: 'EntityTooSmall' });
    expect((await complete('small', uploadId, partList([[1, etagOf('tiny')]]))).status).toBe(200);
  });

  test('forbid-overwrite protects at Initiate and, decisively, at Complete', async () => {
    const headers = { 'x-cos-forbid-overwrite': 'true' };
    const uploadId = await initiate('guarded', headers);
    await upload('guarded', uploadId, 1, 'mine');
    await ask({ method: 'PUT', key: 'guarded', body: 'theirs' });
    const refused = await complete('guarded', uploadId, partList([[1, etagOf('mine')]]), headers);
    expect(refused).toMatchObject({ status: 409, code: 'FileAlreadyExists' });
    expect((await stored('guarded'))?.toString()).toBe('theirs');
    const early = await ask({ method: 'POST', key: 'guarded', query: { uploads: '' }, headers });
    expect(early).toMatchObject({ status: 409, code: 'FileAlreadyExists' });
  });

  test('twice: the second finds no upload', async () => {
    const uploadId = await initiate('twice');
    await upload('twice', uploadId, 1, 'x');
    const list = partList([[1, etagOf('x')]]);
    const answers = await Promise.all([complete('twice', uploadId, list), complete('twice', uploadId, list)]);
    expect(new Set(answers.map((answer) => answer.code))).toEqual(new Set(['NoSuchUpload', undefined]));
  });
});

describe('parts', () => {
  test.each([0, 10_001, -1, 1.5, 'one'])('number %s is refused', async (partNumber) => {
    const uploadId = await initiate('numbers');
    expect(await upload('numbers', uploadId, partNumber, 'x')).toMatchObject({ status: 400, code: 'InvalidArgument' });
    await ask({ method: 'DELETE', key: 'numbers', query: { uploadId } });
  });

  test('an upload belongs to its key, and ends with an abort', async () => {
    const uploadId = await initiate('owner');
    expect(await upload('stranger', uploadId, 1, 'x')).toMatchObject({ status: 404, code: 'NoSuchUpload' });
    expect((await ask({ method: 'DELETE', key: 'owner', query: { uploadId } })).status).toBe(204);
    for (const answer of [
      await upload('owner', uploadId, 1, 'x'),
      await ask({ key: 'owner', query: { uploadId } }),
      await ask({ method: 'DELETE', key: 'owner', query: { uploadId } }),
    ]) {
      expect(answer).toMatchObject({ status: 404, code: 'NoSuchUpload' });
    }
  });

  test('a wrong Content-MD5 stores no part; a length is needed', async () => {
    const uploadId = await initiate('digest');
    const md5 = createHash('md5').update('other').digest('base64');
    const bad = await upload('digest', uploadId, 1, 'x', { 'Content-MD5': md5 });
    expect(bad).toMatchObject({ status: 400, code: 'BadDigest' });
    const target = running.presign({ method: 'PUT', key: 'digest', query: { partNumber: '1', uploadId } });
    const lines = [`PUT ${target} HTTP/1.1`, `Host: ${running.host}`, 'Transfer-Encoding: chunked'];
    expect(await exchange(running.cos.port, lines, '1\r\nx\r\n0\r\n\r\n')).toContain('<Code>MissingContentLength<');
    expect((await ask({ key: 'digest', query: { uploadId } })).text).not.toContain('<Part>');
  });

  test('List Parts: the documented order of elements, pages, and its spelling of the class', async () => {
    const key = 'parts of 照片';
    const uploadId = await initiate(key);
    for (const partNumber of [3, 1, 2]) await upload(key, uploadId, partNumber, `part ${partNumber}`);
    const { text } = await ask({ key, query: { uploadId, 'max-parts': '2' } });
    const names = [...text.matchAll(/<(\w+)/g)].map((match) => match[1]);
    const part = 'Part PartNumber LastModified ETag Size';
    expect(names.join(' ')).toBe(
      'ListPartsResult Bucket EncodingType Key UploadId Owner ID DisplayName PartNumberMarker Initiator ID DisplayName ' +
        `${part} ${part} StorageClass MaxParts IsTruncated NextPartNumberMarker`,
    );
    expect(text).toContain('<EncodingType/>');
    expect(text).toContain('<StorageClass>Standard</StorageClass>');
    expect(text).toContain(`<ETag>${etagOf('part 1').replaceAll('"', '&quot;')}</ETag><Size>6</Size>`);
    const query = { uploadId, 'part-number-marker': between(text, 'NextPartNumberMarker'), 'encoding-type': 'url' };
    const rest = (await ask({ key, query })).text;
    expect([...rest.matchAll(/<PartNumber>(\d+)/g)].map((match) => match[1])).toEqual(['3']);
    expect(rest).toContain('<Key>parts%20of%20%E7%85%A7%E7%89%87</Key>');
    expect(rest).toContain('<IsTruncated>false</IsTruncated>');
    await ask({ method: 'DELETE', key, query: { uploadId } });
  });
});

test('List Multipart Uploads: hyphenated Encoding-Type, documented order, markers', async () => {
  const ids = [await initiate('list/a'), await initiate('list/a'), await initiate('list/dir/b')];
  const { text } = await ask({ query: { uploads: '', prefix: 'list/', delimiter: '/', 'max-uploads': '1' } });
  const names = [...text.matchAll(/<([\w-]+)/g)].map((match) => match[1]);
  expect(names.join(' ')).toBe(
    'ListMultipartUploadsResult Bucket Encoding-Type KeyMarker UploadIdMarker NextKeyMarker NextUploadIdMarker ' +
      'MaxUploads Prefix Delimiter IsTruncated ' +
      'Upload Key UploadId Initiator ID DisplayName Owner ID DisplayName StorageClass Initiated',
  );
  expect(between(text, 'Initiated')).toMatch(/^\w{3} \w{3} \d\d \d\d:\d\d:\d\d \d{4}$/);
  const found: string[] = [];
  let markers: Record<string, string> = {};
  for (let isTruncated = true; isTruncated;) {
    const page = (await ask({ query: { uploads: '', prefix: 'list/', 'max-uploads': '1', ...markers } })).text;
    found.push(/<Upload><Key>.*?<\/Key><UploadId>(.*?)</.exec(page)?.[1] ?? '');
    isTruncated = between(page, 'IsTruncated') === 'true';
    markers = {
      'key-marker': between(page, 'NextKeyMarker'),
      'upload-id-marker': between(page, 'NextUploadIdMarker'),
    };
  }
  expect(found).toHaveLength(3);
  expect(new Set(found)).toEqual(new Set(ids));
});

describe('Upload Part - Copy', () => {
  const source = { 'x-cos-copy-source': `${BUCKET}.cos.ap-guangzhou.myqcloud.com/source` };
  beforeAll(() => running.cos.control.putObject(BUCKET, 'source', Buffer.from('0123456789')));

  test.each([
    ['bytes=8-9', '89'],
    ['bytes=0-0', '0'],
    [undefined, '0123456789'],
  ])('of %s', async (range, expected) => {
    const uploadId = await initiate('part copy');
    const headers = { ...source, ...(range === undefined ? {} : { 'x-cos-copy-source-range': range }) };
    const { text } = await ask({ method: 'PUT', key: 'part copy', query: { partNumber: '1', uploadId }, headers });
    expect(text).toContain(`<CopyPartResult><ETag>${etagOf(expected).replaceAll('"', '&quot;')}</ETag><LastModified>`);
    await complete('part copy', uploadId, partList([[1, etagOf(expected)]]));
    expect((await stored('part copy'))?.toString()).toBe(expected);
  });

  test.each([
    ['bytes=5-10', 416, 'InvalidRange'],
    ['bytes=5-', 400, 'InvalidArgument'],
    ['bytes=5-4', 400, 'InvalidArgument'],
  ])('%s is refused', async (range, status, code) => {
    const uploadId = await initiate('part copy');
    const headers = { ...source, 'x-cos-copy-source-range': range };
    const answer = await ask({ method: 'PUT', key: 'part copy', query: { partNumber: '1', uploadId }, headers });
    expect(answer).toMatchObject({ status, code });
  });
});
