import { expect, test } from 'vitest';
import { shareEnd } from './shareEnd.ts';

const END = 1000;
test.each([
  ['AccessDenied', 'Request has expired', END + 1, 'time'],
  ['ExpiredToken', 'The provided token has expired.', END + 1, 'time'],
  ['ExpiredToken', 'The provided token has expired.', END - 1, 'key'],
  ['InvalidAccessKeyId', 'The access key does not exist', END - 1, 'key'],
  ['SignatureDoesNotMatch', 'The signature does not match', END - 1, 'changed'],
  ['AccessDenied', 'Access Denied.', END - 1, undefined],
  ['NoSuchKey', 'The key does not exist', END - 1, undefined],
  ['InternalError', 'Try again', END + 1, undefined],
])('%s (%s) at %i means %s', (code, message, seconds, end) => {
  expect(shareEnd({ kind: 'service', code, message }, seconds * 1000, END)).toBe(end);
});
