import { expect, test, vi } from 'vitest';
import { minimalPolicy } from './minimalPolicy.ts';
import { tencentStsIssuer } from './tencentStsIssuer.ts';

const { getCredential } = vi.hoisted(() => ({ getCredential: vi.fn<(options: unknown) => Promise<unknown>>() }));
vi.mock('qcloud-cos-sts', () => ({ default: { getCredential } }));

const PERMANENT = { secretId: 'AKIDpermanent', secretKey: 'permanentKey', region: 'ap-guangzhou' };
const policy = minimalPolicy({
  bucket: 'media-1250000000',
  region: 'ap-guangzhou',
  prefix: '',
  purpose: 'browse',
  mayDelete: false,
});

test('passes policy and life to STS, and on to the page only what is temporary', async () => {
  getCredential.mockResolvedValue({
    credentials: { tmpSecretId: 'id', tmpSecretKey: 'key', sessionToken: 'token' },
    startTime: 1,
    expiredTime: 901,
    requestId: 'r',
  });
  const answer = await tencentStsIssuer(PERMANENT)({ policy, durationSeconds: 900 });
  expect(getCredential).toHaveBeenCalledWith({ ...PERMANENT, policy, durationSeconds: 900 });
  expect(answer).toEqual({
    credentials: { tmpSecretId: 'id', tmpSecretKey: 'key', sessionToken: 'token' },
    startTime: 1,
    expiredTime: 901,
  });
  expect(JSON.stringify(answer)).not.toContain('permanent');
});

test.each([
  { Code: 'AuthFailure.SecretIdNotFound', Message: 'The SecretId AKIDpermanent is not found' },
  Object.assign(new Error('connect to AKIDpermanent'), { code: 'ECONNREFUSED' }),
])('a refusal keeps its code and drops its message', async (refusal) => {
  getCredential.mockRejectedValue(refusal);
  const failing = tencentStsIssuer(PERMANENT)({ policy, durationSeconds: 900 });
  await expect(failing).rejects.toThrow(/^STS refused: (AuthFailure\.SecretIdNotFound|ECONNREFUSED)$/);
  await expect(failing).rejects.not.toThrow('AKIDpermanent');
});
