import { expect, test } from 'vitest';
import { someConnection as connection } from '#config/testing/someConnection.ts';
import { FailureError } from '#lib/FailureError.ts';
import { createUploadGuard } from './createUploadGuard.ts';

const keys = { secretId: 'i', secretKey: 'k', sessionToken: 't', expiresAt: new Date(0) };

/** A guard before a key service that answers like this; `late` lets its patience end. */
function guardBefore(answer: () => Promise<readonly string[] | undefined>) {
  let known: readonly string[] | undefined;
  let asked = 0;
  let late: (() => void) | undefined;
  const guard = createUploadGuard({
    credentials: {
      permissionsOf: () => known,
      get: async () => {
        asked += 1;
        known = await answer();
        return keys;
      },
    },
    setTimeout: (callback) => {
      late = callback;
    },
  });
  return { guard, asked: () => asked, late: () => late?.() };
}

const refusal = { kind: 'credentials', code: 'EndpointRefused', message: 'Ask Anna.' } as const;

test('keys without a right to write: the missing action is named, and the service is asked once', async () => {
  const { guard, asked } = guardBefore(async () => ['name/cos:GetObject', 'name/cos:GetBucket']);
  for (let drop = 0; drop < 3; drop += 1) {
    expect(await guard(connection)).toMatchObject({ code: 'AccessDenied', facts: { action: 'name/cos:PutObject' } });
  }
  expect(asked()).toBe(1);
});

test.each([
  ['one of the ways to write', ['name/cos:PostObject']],
  ['a wildcard', ['name/cos:*']],
  ['a service that does not tell', undefined],
])('%s is enough', async (_what, permissions) => {
  expect(await guardBefore(async () => permissions).guard(connection)).toBeUndefined();
});

test('a service that refuses is believed, one in trouble is waited for by the transfers', async () => {
  expect(await guardBefore(() => Promise.reject(new FailureError(refusal))).guard(connection)).toEqual(refusal);
  const down = new FailureError({ kind: 'credentials', code: 'EndpointUnreachable', message: 'down' });
  expect(await guardBefore(() => Promise.reject(down)).guard(connection)).toBeUndefined();
});

test('a service that takes its time holds nothing up', async () => {
  const { guard, late } = guardBefore(() => new Promise(() => undefined));
  const answer = guard(connection);
  late();
  expect(await answer).toBeUndefined();
});

test('a connection without keys only reads', async () => {
  const { guard, asked } = guardBefore(async () => ['name/cos:*']);
  expect(await guard({ ...connection, access: 'anonymous' })).toMatchObject({ code: 'NeedsKeys' });
  expect(asked()).toBe(0);
});
