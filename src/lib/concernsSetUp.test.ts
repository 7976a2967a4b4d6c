import { expect, test } from 'vitest';
import { concernsSetUp } from './concernsSetUp.ts';

test.each([
  ['cors', 'CorsBlocked', true],
  ['credentials', 'SignInRequired', true],
  ['network', 'HostUnreachable', true],
  ['network', 'Offline', false],
  ['service', 'NoSuchBucket', true],
  ['service', 'NoSuchKey', false],
  ['integrity', 'UnexpectedAnswer', true],
  ['integrity', 'ChecksumMismatch', false],
  ['local', 'FileChanged', false],
] as const)('%s %s: %s', (kind, code, concerns) => {
  expect(concernsSetUp({ kind, code, message: '' })).toBe(concerns);
});
