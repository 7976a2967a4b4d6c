import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signFormByHand } from '../testing/signByHand.ts';
import { ACCOUNT, BUCKET, startTestCos, type TestCos } from '../testing/startTestCos.ts';

let running: TestCos;
beforeAll(async () => {
  running = await startTestCos();
});
afterAll(() => running.cos.close());

const stored = async (key: string) => (await running.cos.control.readObject(BUCKET, key))?.toString();

/** A form signed for any key, unless `conditions` say more. */
function form(
  fields: Record<string, string>,
  file: string | Uint8Array,
  {
    conditions = [['starts-with', '$key', '']],
    fileName = 'photo.png',
  }: { conditions?: unknown[]; fileName?: string } = {},
): FormData {
  const now = Math.floor(Date.now() / 1000);
  const signature = signFormByHand(
    { ...ACCOUNT, start: now - 1, end: now + 600 },
    { expiration: new Date(Date.now() + 600_000).toISOString(), conditions },
  );
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...signature })) data.set(name, value);
  data.set('file', new Blob([file as BlobPart], { type: 'image/png' }), fileName);
  return data;
}

async function post(data: FormData, headers: Record<string, string> = {}) {
  const request = new Request('http://localhost/', { method: 'POST', body: data });
  return running.raw({
    method: 'POST',
    target: '/',
    headers: { 'Content-Type': request.headers.get('content-type') ?? '', ...headers },
    body: new Uint8Array(await request.arrayBuffer()),
  });
}

describe('POST Object', () => {
  test('answers 204 with checksum and place; only the Content-Type field counts', async () => {
    const fields = { key: 'form/照 1.png', 'Content-Type': 'text/plain', 'x-cos-meta-from': '表单' };
    const answer = await post(form(fields, '[Object Content]'));
    expect([answer.status, answer.body.length]).toEqual([204, 0]);
    expect(answer.headers).toMatchObject({
      etag: '"ee8de918d05640145b18f70f4c3aa602"',
      'x-cos-hash-crc64ecma': '16749565679157681890',
      location: `http://${running.host}/form/%E7%85%A7%201.png`,
    });
    expect(await stored('form/照 1.png')).toBe('[Object Content]');
    const head = (await running.ask({ method: 'HEAD', key: 'form/照 1.png' })).headers;
    expect(head['content-type']).toBe('text/plain');
    expect(Buffer.from(String(head['x-cos-meta-from']), 'latin1').toString('utf8')).toBe('表单');
  });

  test('bytes of any kind and several megabytes arrive unchanged', async () => {
    const bytes = new Uint8Array(3_000_001).map((_, index) => (index * 7919) % 251);
    await post(form({ key: 'bytes' }, bytes));
    const kept = (await running.cos.control.readObject(BUCKET, 'bytes')) ?? new Uint8Array();
    expect(createHash('md5').update(kept).digest('hex')).toBe(createHash('md5').update(bytes).digest('hex'));
  });

  test('${filename} becomes the name of the file', async () => {
    expect((await post(form({ key: 'in/${filename}' }, 'x', { fileName: '报告 $& $1.pdf' }))).status).toBe(204);
    expect(await stored('in/报告 $& $1.pdf')).toBe('x');
  });

  test.each([
    ['200', 200],
    ['201', 201],
    ['204', 204],
    ['500', 204],
  ])('success_action_status %s answers %i', async (asked, status) => {
    const answer = await post(form({ key: 'status', success_action_status: asked }, 'x'));
    expect([answer.status, answer.body.length]).toEqual([status, 0]);
  });

  test('success_action_redirect wins and tells bucket, key and ETag', async () => {
    const fields = { key: 'a b', success_action_status: '200', success_action_redirect: 'https://my.website/done?x=1' };
    const answer = await post(form(fields, 'x'));
    expect(answer.status).toBe(303);
    const location = new URL(String(answer.headers.location));
    expect(location.origin + location.pathname).toBe('https://my.website/done');
    expect(Object.fromEntries(location.searchParams)).toEqual({
      x: '1',
      bucket: BUCKET,
      key: 'a b',
      etag: `"${createHash('md5').update('x').digest('hex')}"`,
    });
  });

  test.each([
    ['too small', 'ab', 'EntityTooSmall'],
    ['too large', 'abcdef', 'EntityTooLarge'],
    ['just right', 'abc', undefined],
    ['just right still', 'abcde', undefined],
  ])('content-length-range: %s', async (_, file, code) => {
    const key = `range ${file}`;
    const conditions = [
      ['eq', '$key', key],
      ['content-length-range', 3, 5],
    ];
    const answer = await post(form({ key }, file, { conditions }));
    expect([answer.code, await stored(key)]).toEqual([code, code === undefined ? file : undefined]);
  });

  test('a file far too large is refused while it streams, and the connection carries the answer', async () => {
    const conditions = [
      ['starts-with', '$key', ''],
      ['content-length-range', 0, 10],
    ];
    const answer = await post(form({ key: 'flood' }, new Uint8Array(4_000_000), { conditions }));
    expect(answer).toMatchObject({ status: 400, code: 'EntityTooLarge' });
  });

  test.each([
    ['no key', {}, 'InvalidArgument'],
    ['a key too long', { key: 'k'.repeat(851) }, 'KeyTooLong'],
    ['a key with a leading slash', { key: '/k' }, 'InvalidObjectName'],
    ['an unknown class', { key: 'k', 'x-cos-storage-class': 'COLD' }, 'NotSupportedStorageClass'],
    ['a wrong digest', { key: 'k', 'Content-MD5': Buffer.alloc(16).toString('base64') }, 'BadDigest'],
    ['a traffic limit of words', { key: 'k', 'x-cos-traffic-limit': 'slow' }, 'InvalidArgument'],
    ['a line break in metadata', { key: 'k', 'x-cos-meta-a': 'a\r\nSet-Cookie: b=c' }, 'InvalidArgument'],
  ])('refuses %s', async (_, fields: Record<string, string>, code) => {
    expect((await post(form(fields, 'x'))).code).toBe(code);
    expect(await stored('k')).toBeUndefined();
  });

  test('forbid-overwrite as a field', async () => {
    const fields = { key: 'once', 'x-cos-forbid-overwrite': 'true' };
    expect((await post(form(fields, 'first'))).status).toBe(204);
    expect(await post(form(fields, 'second'))).toMatchObject({ status: 409, code: 'FileAlreadyExists' });
    expect(await stored('once')).toBe('first');
  });

  test('a form nobody signed is nobody’s', async () => {
    const data = new FormData();
    data.set('key', 'anonymous');
    data.set('file', new Blob(['x']));
    expect(await post(data)).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(await stored('anonymous')).toBeUndefined();
  });

  test('something that is no form', async () => {
    const answer = await post(form({ key: 'k' }, 'x'), { 'Content-Type': 'text/plain' });
    expect(answer).toMatchObject({ status: 400, code: 'MalformedPOSTRequest' });
  });
});
