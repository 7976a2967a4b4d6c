import { expect, test } from 'vitest';
import type { Failure } from '#lib/Failure.ts';
import { failureGroups } from '#text/en/failureGroups.ts';
import { loadText } from '#text/loadText.ts';
import { groupTitle } from './groupTitle.ts';

const failure = (code: string): Failure => ({ kind: 'service', code, message: '' });

test.each([
  ['SignInRequired', 37, '37 need a new sign-in'],
  ['SignInRequired', 1, '1 needs a new sign-in'],
  ['FileAlreadyExists', 2, '2 have names that exist'],
  ['FileDiffers', 2, '2 are not the files they were begun with'],
  ['AccessDenied', 1200, '1,200 files: Not allowed'],
  ['SlowDown', 1, '1 file: COS asks us to slow down'],
])('%s of %i', async (code, count, expected) => {
  expect(groupTitle({ failure: failure(code), count }, failureGroups, await loadText('en'))).toBe(expected);
});
