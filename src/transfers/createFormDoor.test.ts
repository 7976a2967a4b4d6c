import { expect, test } from 'vitest';
import { createFormDoor } from './createFormDoor.ts';

const refusal = (code: string, message = 'no'): Parameters<ReturnType<typeof createFormDoor>['refusedBy']>[0] => {
  return { kind: 'service', code, message, status: 403 };
};

test.each([
  ['a policy without PostObject', refusal('AccessDenied'), true],
  ['a form policy not understood', refusal('InvalidPolicyDocument'), true],
  ['no POST in the CORS rule', { kind: 'cors', code: 'CorsBlocked', message: '' } as const, true],
  ['keys that have expired', refusal('AccessDenied', 'Request has expired'), false],
  ['a name that exists', refusal('FileAlreadyExists'), false],
  ['too much at once', refusal('SlowDown'), false],
  ['a lost connection', { kind: 'network', code: 'ConnectionLost', message: '' } as const, false],
])('%s: refused is remembered, anything else is not', (_what, failure, isRefusal) => {
  const door = createFormDoor();
  expect(door.refusedBy(failure)).toBe(isRefusal);
  expect(door.isOpen()).toBe(!isRefusal);
});
