import * as fc from 'fast-check';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { readForm } from './readForm.ts';

const TYPE = 'multipart/form-data; boundary=XyZ';
const field = (name: string, value: string) =>
  `--XyZ\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const FILE =
  '--XyZ\r\nContent-Disposition: form-data; name="file"; filename="照片 1.png"\r\nContent-Type: image/png\r\n\r\n';
const END = '\r\n--XyZ--\r\n';

async function read(bytes: Uint8Array, chunkBytes = bytes.length, type = TYPE) {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) chunks.push(bytes.subarray(at, at + chunkBytes));
  const form = await readForm(Readable.from(chunks), type);
  const file = await buffer(form.file);
  return { fields: Object.fromEntries(form.fields), fileName: form.fileName, file };
}

test('fields, file name and bytes are the same however the body is cut into chunks', async () => {
  // Beginnings of the delimiter inside the file are the hard part.
  const content = '\r\n--Xy\r\n--X\r\r\n\r\n--XyY\r\n-';
  const bytes = Buffer.from(`${field('Key', 'a/照片.png')}${field('empty', '')}${FILE}${content}${END}`);
  for (let chunkBytes = 1; chunkBytes < 60; chunkBytes++) {
    expect(await read(bytes, chunkBytes)).toEqual({
      fields: { key: 'a/照片.png', empty: '' },
      fileName: '照片 1.png',
      file: Buffer.from(content),
    });
  }
});

test('any bytes come through', async () => {
  const byte = fc.constantFrom(0x0d, 0x0a, 0x2d, 0x58, 0x79, 0x5a, 0x00);
  await fc.assert(
    fc.asyncProperty(fc.array(byte, { maxLength: 80 }), fc.integer({ min: 1, max: 20 }), async (bytes, chunkBytes) => {
      const content = Buffer.from(bytes);
      fc.pre(!content.includes('\r\n--XyZ'));
      const body = Buffer.concat([Buffer.from(FILE), content, Buffer.from(END)]);
      expect((await read(body, chunkBytes)).file.equals(content)).toBe(true);
    }),
  );
});

test('a form made by the platform is read', async () => {
  const data = new FormData();
  data.set('key', 'k');
  data.set('file', new Blob(['content']), 'name.txt');
  const request = new Request('http://localhost/', { method: 'POST', body: data });
  const bytes = new Uint8Array(await request.arrayBuffer());
  expect(await read(bytes, 7, request.headers.get('content-type') ?? '')).toEqual({
    fields: { key: 'k' },
    fileName: 'name.txt',
    file: Buffer.from('content'),
  });
});

describe('refused', () => {
  test.each([
    ['no file', `${field('key', 'k')}--XyZ--\r\n`, 'IncorrectNumberOfFilesInPostRequest'],
    ['two files', `${FILE}one\r\n${FILE}two${END}`, 'IncorrectNumberOfFilesInPostRequest'],
    ['a field behind the file', `${FILE}one\r\n${field('key', 'k')}--XyZ--`, 'MalformedPOSTRequest'],
    ['a field twice', `${field('key', 'k')}${field('Key', 'k')}${FILE}x${END}`, 'MalformedPOSTRequest'],
    ['fields without end', `${field('key', 'k'.repeat(70_000))}${FILE}x${END}`, 'MalformedPOSTRequest'],
    ['no closing delimiter', `${FILE}one`, 'MalformedPOSTRequest'],
    ['text before the form', `hello\r\n${FILE}one${END}`, 'MalformedPOSTRequest'],
    ['a part without a name', `--XyZ\r\nContent-Type: text/plain\r\n\r\nx${END}`, 'MalformedPOSTRequest'],
    ['something else behind a delimiter', `${FILE}one\r\n--XyZzz`, 'MalformedPOSTRequest'],
    ['nothing', '', 'MalformedPOSTRequest'],
  ])('%s', async (_, text, code) => {
    await expect(read(Buffer.from(text), 1000)).rejects.toMatchObject({ status: 400, code });
  });

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data', 'multipart/mixed; boundary=XyZ', ''])(
    'content type %j',
    async (type) => {
      await expect(read(Buffer.from(`${FILE}x${END}`), 1000, type)).rejects.toMatchObject({
        code: 'MalformedPOSTRequest',
      });
    },
  );
});
