import { describe, expect, test } from 'vitest';
import { formBody, isFormKey } from './formBody.ts';

describe('formBody', () => {
  test('is what a form parser reads back, bytes and all', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const { body, contentType } = await formBody(
      [
        ['key', '照 "片".bin'],
        ['Content-Type', 'a/b'],
      ],
      new Blob([bytes]),
    );
    const form = await new Response(body as BodyInit, { headers: { 'Content-Type': contentType } }).formData();
    expect(form.get('key')).toBe('照 "片".bin');
    expect([...form.keys()]).toEqual(['key', 'Content-Type', 'file']);
    expect(new Uint8Array(await (form.get('file') as File).arrayBuffer())).toEqual(bytes);
  });

  test('no two bodies share a boundary', async () => {
    const [one, two] = await Promise.all([formBody([], new Blob()), formBody([], new Blob())]);
    expect(one.contentType).not.toBe(two.contentType);
  });
});

describe('isFormKey', () => {
  test.each(['a', 'a b', '照/片', '$filename', 'a"b', "a'b"])('%j may go by form', (key) => {
    expect(isFormKey(key)).toBe(true);
  });
  test.each(['', '${filename}', 'a/${filename}', 'a\r\nb', 'a\u0000', ' a', 'a\u3000', '\ud800'])(
    '%j may not',
    (key) => {
      expect(isFormKey(key)).toBe(false);
    },
  );
});
