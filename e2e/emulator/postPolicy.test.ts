import { describe, expect, test } from 'vitest';
import { createKeyRing } from './keyRing.ts';
import { verifyPostPolicy } from './postPolicy.ts';
import { signByHand, signFormByHand, signPolicyByHand } from './testing/signByHand.ts';
import { ACCOUNT, BUCKET, EVERYTHING } from './testing/startTestCos.ts';

const NOW = Date.parse('2026-05-01T12:00:00Z');
const SECONDS = NOW / 1000;
const keys = createKeyRing([ACCOUNT], () => NOW);
const judge = { keys, now: NOW, expiredTokenStatus: 400 } as const;
const request = { method: 'POST', path: '/', query: new Map(), headers: new Map([['host', 'bucket.host']]) };
const window = { start: SECONDS - 1, end: SECONDS + 60 };

type Fields = Record<string, string>;
const verify = (fields: Fields): ReturnType<typeof verifyPostPolicy> =>
  verifyPostPolicy(new Map(Object.entries(fields)), request, BUCKET, judge);
const sign = (conditions: unknown[], expiration = '2026-05-01T12:01:00.000Z'): Fields =>
  signFormByHand({ ...ACCOUNT, ...window }, { expiration, conditions });
const signText = (text: string): Fields => signPolicyByHand({ ...ACCOUNT, ...window }, text);

describe('a form is accepted', () => {
  test('with every kind of condition, and says how long the file may be', () => {
    const fields = sign([
      { bucket: BUCKET },
      ['starts-with', '$key', 'inbox/'],
      ['starts-with', '$Content-Type', ''],
      ['eq', '$x-cos-storage-class', 'STANDARD'],
      ['content-length-range', 1, 1000],
      ['content-length-range', 0, 500],
    ]);
    expect(
      verify({ ...fields, key: 'inbox/a', 'content-type': 'text/plain', 'x-cos-storage-class': 'STANDARD' }),
    ).toEqual({
      caller: { type: 'account', secretId: ACCOUNT.secretId },
      sizeRange: { min: 1, max: 500 },
    });
  });

  test('from a temporary key with its token', () => {
    const issued = keys.issue({ policy: EVERYTHING, durationSeconds: 60 });
    const signer = { secretId: issued.tmpSecretId, secretKey: issued.tmpSecretKey, ...window };
    const fields = signFormByHand(signer, { expiration: '2026-05-01T12:01:00Z', conditions: [{ bucket: BUCKET }] });
    expect(verify({ ...fields, key: 'a', 'x-cos-security-token': issued.sessionToken }).caller.type).toBe('temporary');
    expect(() => verify({ ...fields, key: 'a' })).toThrowError(expect.objectContaining({ code: 'InvalidAccessKeyId' }));
  });

  test('with one field Signature instead of a policy', () => {
    const signature = signByHand({
      ...ACCOUNT,
      ...window,
      method: 'POST',
      path: '/',
      headers: { host: 'bucket.host' },
    });
    expect(verify({ key: 'a', signature }).caller.type).toBe('account');
    const other = signByHand({ ...ACCOUNT, ...window, method: 'PUT', path: '/' });
    expect(() => verify({ key: 'a', signature: other })).toThrowError(
      expect.objectContaining({ code: 'SignatureDoesNotMatch' }),
    );
  });

  test('without any signature it comes from nobody', () => {
    expect(verify({ key: 'a' })).toEqual({ caller: { type: 'anonymous' } });
  });
});

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

describe('a form is refused', () => {
  const whole = (part: Fields = {}): Fields => ({ ...sign([{ bucket: BUCKET }, { key: 'a' }]), key: 'a', ...part });
  test.each<[string, Fields, number, string, string]>([
    ['another key', whole({ key: 'b' }), 403, 'AccessDenied', "Condition key key doesn't match the value a"],
    [
      'a missing field',
      { ...sign([['starts-with', '$content-type', '']]), key: 'a' },
      403,
      'AccessDenied',
      'content-type',
    ],
    ['another bucket', { ...sign([{ bucket: 'other-1' }]), key: 'a' }, 403, 'AccessDenied', 'Condition key bucket'],
    [
      'a policy that is over',
      { ...sign([{ key: 'a' }], '2026-05-01T11:59:00Z'), key: 'a' },
      403,
      'AccessDenied',
      `expiration time: ${SECONDS - 60} but the time now : ${SECONDS}`,
    ],
    ['a key time that is over', whole({ 'q-key-time': '1;2' }), 403, 'AccessDenied', 'Request has expired'],
    ['another signature', whole({ 'q-signature': '0'.repeat(40) }), 403, 'SignatureDoesNotMatch', 'invalid'],
    [
      'a changed policy',
      whole({ policy: base64({ expiration: '2030-01-01T00:00:00Z', conditions: [{ key: 'b' }] }) }),
      403,
      'SignatureDoesNotMatch',
      'invalid',
    ],
    ['an unknown key', whole({ 'q-ak': 'EMULATORx' }), 403, 'InvalidAccessKeyId', 'does not exist'],
    ['a signature without a policy', { key: 'a', 'q-ak': 'x' }, 400, 'InvalidPolicyDocument', 'no policy'],
    ['a policy without a signature', whole({ 'q-signature': '' }), 403, 'AccessDenied', 'q-signature is missing'],
    ['another algorithm', whole({ 'q-sign-algorithm': 'sha256' }), 403, 'AccessDenied', 'sha1'],
  ])('with %s', (_name, fields, status, code, message) => {
    expect(() => verify(fields)).toThrowError(
      expect.objectContaining({ status, code, message: expect.stringContaining(message) as string }),
    );
  });

  test.each<[string, unknown[], string]>([
    ['no conditions', [], 'You must provide condition'],
    ['an unknown operator', [['ends-with', '$key', 'a']], 'documented form'],
    ['a field without $', [['eq', 'key', 'a']], 'documented form'],
    ['two fields in one object', [{ key: 'a', bucket: BUCKET }], 'documented form'],
    ['a range of texts', [['content-length-range', '0', '1']], 'documented form'],
  ])('with %s in its policy', (_name, conditions, message) => {
    const text = JSON.stringify({ expiration: '2026-05-01T12:01:00Z', conditions });
    const fields = { ...signText(text), key: 'a' };
    expect(() => verify(fields)).toThrowError(
      expect.objectContaining({ code: 'InvalidPolicyDocument', message: expect.stringContaining(message) as string }),
    );
  });

  test('without a condition for the key it is signed with', () => {
    const fields = {
      ...signText(JSON.stringify({ expiration: '2026-05-01T12:01:00Z', conditions: [{ key: 'a' }] })),
      key: 'a',
    };
    expect(() => verify(fields)).toThrowError('no condition for q-sign-algorithm');
  });
});
