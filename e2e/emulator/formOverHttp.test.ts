import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IssuedKeys } from './EmulatorOptions.ts';
import type { RawAnswer } from './testing/rawRequest.ts';
import { signFormByHand } from './testing/signByHand.ts';
import { BUCKET, ORIGIN, REGION, startTestCos, type TestCos } from './testing/startTestCos.ts';

let here: TestCos;
let keys: IssuedKeys;
beforeAll(async () => {
  here = await startTestCos();
  keys = here.cos.issueKeys({
    policy: {
      version: '2.0',
      statement: [
        {
          effect: 'allow',
          action: ['name/cos:PostObject'],
          resource: [`qcs::cos:${REGION}:uid/1250000000:${BUCKET}/inbox/*`],
          condition: { string_like: { 'cos:content-type': 'text/*' } },
        },
      ],
    },
  });
});
afterAll(() => here.cos.close());

/** The body a browser makes of a form, the file last. */
function post(fields: Readonly<Record<string, string>>, file: string): Promise<RawAnswer> {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const last = `--edge\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n${file}\r\n--edge--\r\n`;
  return here.raw({
    method: 'POST',
    target: '/',
    headers: { 'Content-Type': 'multipart/form-data; boundary=edge', Origin: ORIGIN },
    body: parts.join('') + last,
  });
}

function signed(key: string, contentType = 'text/plain'): Record<string, string> {
  const now = Math.floor(Date.now() / 1000);
  const signer = { secretId: keys.tmpSecretId, secretKey: keys.tmpSecretKey, start: now - 1, end: now + 60 };
  const expiration = new Date((now + 60) * 1000).toISOString();
  return {
    key,
    'Content-Type': contentType,
    'x-cos-security-token': keys.sessionToken,
    ...signFormByHand(signer, { expiration, conditions: [{ bucket: BUCKET }, ['content-length-range', 0, 10]] }),
  };
}

describe('a form upload', () => {
  test('stores what its policy and its key allow, without a preflight, readable for the page', async () => {
    const answer = await post(signed('inbox/一.txt'), 'hello');
    expect(answer.status).toBe(204);
    expect(answer.headers['access-control-allow-origin']).toBe(ORIGIN);
    expect(Buffer.from((await here.cos.control.readObject(BUCKET, 'inbox/一.txt')) ?? []).toString()).toBe('hello');
  });

  test.each<[string, () => Record<string, string>, string, number, string]>([
    ['a key outside of what the signer may write', () => signed('elsewhere/a.txt'), 'x', 403, 'AccessDenied'],
    ['a type the signer may not write', () => signed('inbox/a.png', 'image/png'), 'x', 403, 'AccessDenied'],
    ['a file that is too long', () => signed('inbox/a.txt'), 'x'.repeat(11), 400, 'EntityTooLarge'],
    ['no token', () => ({ ...signed('inbox/a.txt'), 'x-cos-security-token': '' }), 'x', 403, 'InvalidAccessKeyId'],
    ['no signature at all', () => ({ key: 'inbox/a.txt' }), 'x', 403, 'AccessDenied'],
  ])('is refused with %s, and nothing is stored', async (_name, fields, file, status, code) => {
    const before = await here.cos.control.listKeys(BUCKET);
    const answer = await post(fields(), file);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(await here.cos.control.listKeys(BUCKET)).toEqual(before);
  });
});
