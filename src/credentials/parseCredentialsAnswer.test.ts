import { describe, expect, test } from 'vitest';
import { toFailure } from '#lib/Failure.ts';
import { parseCredentialsAnswer } from './parseCredentialsAnswer.ts';

const sdk = {
  credentials: { tmpSecretId: 'id', tmpSecretKey: 'key', sessionToken: 'token' },
  startTime: 1_700_000_000,
  expiredTime: 1_700_001_800,
  expiration: '2023-11-14T22:43:20Z',
  requestId: 'r',
};
const raw = {
  Credentials: { TmpSecretId: 'id', TmpSecretKey: 'key', Token: 'token' },
  ExpiredTime: 1_700_001_800,
  Expiration: '2023-11-14T22:43:20Z',
};
const go = {
  Credentials: { TmpSecretID: undefined, TmpSecretId: 'id', TmpSecretKey: 'key', SessionToken: 'token' },
  StartTime: 1_700_000_000,
  ExpiredTime: 1_700_001_800,
};
const keys = {
  secretId: 'id',
  secretKey: 'key',
  sessionToken: 'token',
  expiresAt: new Date(1_700_001_800_000),
  narrowed: false,
};
const issuedAt = new Date(1_700_000_000_000);

describe('parseCredentialsAnswer', () => {
  test.each([
    ['the COS STS SDK’s shape', sdk, { ...keys, issuedAt }],
    ['the raw STS shape', { Response: raw }, keys],
    ['the Go SDK’s shape', go, { ...keys, issuedAt }],
    ['wrapped in data', { code: 0, data: sdk }, { ...keys, issuedAt }],
    ['wrapped in Response', { Response: sdk }, { ...keys, issuedAt }],
    ['wrapped twice', { data: { Response: raw } }, keys],
    ['only an ISO expiry', { ...sdk, expiredTime: undefined, startTime: undefined }, keys],
  ])('%s', (_what, answer, expected) => {
    expect(parseCredentialsAnswer(answer)).toEqual(expected);
  });

  test('permissions and narrowing are taken as said', () => {
    const permissions = ['name/cos:GetObject'];
    expect(parseCredentialsAnswer({ ...sdk, permissions, narrowed: true })).toMatchObject({
      permissions,
      narrowed: true,
    });
    expect(parseCredentialsAnswer({ ...sdk, scope: { keys: ['a', 'b'] } }, ['b', 'a']).narrowed).toBe(true);
    expect(parseCredentialsAnswer({ ...sdk, scope: { keys: ['a', 'b'] } }, ['a']).narrowed).toBe(false);
    expect(parseCredentialsAnswer({ ...sdk, scope: { keys: [] } }).narrowed).toBe(false);
  });

  test.each([
    ['null', null, 'credentials'],
    ['a list', [sdk], 'credentials'],
    ['text', 'ok', 'credentials'],
    ['an empty object', {}, 'credentials'],
    ['flat keys', { TmpSecretId: 'id', TmpSecretKey: 'key', SecurityToken: 't', ExpiredTime: 1 }, 'credentials'],
    ['credentials as text', { ...sdk, credentials: 'id:key' }, 'credentials'],
    ['no id', { ...sdk, credentials: { ...sdk.credentials, tmpSecretId: undefined } }, 'credentials.tmpSecretId'],
    ['a number as key', { ...sdk, credentials: { ...sdk.credentials, tmpSecretKey: 1 } }, 'credentials.tmpSecretKey'],
    ['an empty key', { ...sdk, credentials: { ...sdk.credentials, tmpSecretKey: '' } }, 'credentials.tmpSecretKey'],
    [
      'a token with a line end',
      { ...sdk, credentials: { ...sdk.credentials, sessionToken: 'a\r\nb' } },
      'credentials.sessionToken',
    ],
    [
      'no token',
      { Response: { ...raw, Credentials: { TmpSecretId: 'i', TmpSecretKey: 'k' } } },
      'credentials.sessionToken',
    ],
    ['no end', { credentials: sdk.credentials }, 'expiredTime'],
    ['an end as text', { ...sdk, expiredTime: '1700001800' }, 'expiredTime'],
    ['an end in milliseconds', { ...sdk, expiredTime: 1_700_001_800_000 }, 'expiredTime'],
    ['an end before the start', { ...sdk, expiredTime: 1_600_000_000 }, 'expiredTime'],
    ['a negative end', { ...sdk, expiredTime: -1 }, 'expiredTime'],
    ['a nonsense expiration', { ...raw, ExpiredTime: undefined, Expiration: 'soon' }, 'expiration'],
    ['permissions as text', { ...sdk, permissions: '*' }, 'permissions'],
    ['a number among permissions', { ...sdk, permissions: ['name/cos:GetObject', 1] }, 'permissions.1'],
    ['narrowed as text', { ...sdk, narrowed: 'yes' }, 'narrowed'],
  ])('%s: the field is named', (_what, answer, field) => {
    expect(failureOf(answer)).toMatchObject({ kind: 'credentials', code: 'EndpointAnswerInvalid', facts: { field } });
  });

  test('an error of STS is passed on as text', () => {
    const answer = { Response: { Error: { Code: 'AuthFailure', Message: 'no\nsuch key' }, RequestId: 'r' } };
    expect(failureOf(answer)).toMatchObject({ code: 'EndpointError', message: 'AuthFailure: no such key' });
  });

  test('a hostile name touches no prototype', () => {
    const answer = JSON.parse(`{"__proto__":{"polluted":1},${JSON.stringify(sdk).slice(1)}`) as unknown;
    expect(parseCredentialsAnswer(answer).secretId).toBe('id');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

function failureOf(answer: unknown): unknown {
  try {
    return parseCredentialsAnswer(answer);
  } catch (error) {
    return toFailure(error);
  }
}
