import { expect, test } from 'vitest';
import { en } from '#text/en.ts';
import { failureDetails } from './failureDetails.ts';

test('what support needs, and nothing that is not there', () => {
  expect(
    failureDetails({ kind: 'service', code: 'AccessDenied', message: '', status: 403, requestId: 'NjA1' }, en),
  ).toEqual([
    ['Code', 'AccessDenied'],
    ['HTTP status', '403'],
    ['Request id', 'NjA1'],
  ]);
});
