import { expect, test } from 'vitest';
import { type Conditions, evaluateConditions } from './evaluateConditions.ts';

const object = { etag: 'abc', lastModified: Date.parse('2024-05-01T10:00:00.900Z') };
const BEFORE = 'Wed, 01 May 2024 09:59:59 GMT';
const SAME = 'Wed, 01 May 2024 10:00:00 GMT';
const NONE: Conditions = {
  ifMatch: undefined,
  ifNoneMatch: undefined,
  ifModifiedSince: undefined,
  ifUnmodifiedSince: undefined,
};

test.each<[Partial<Conditions>, string]>([
  [{}, 'passed'],
  [{ ifMatch: '"abc"' }, 'passed'],
  [{ ifMatch: '*' }, 'passed'],
  [{ ifMatch: '"x", "abc"' }, 'passed'],
  [{ ifMatch: '"x"' }, 'failed'],
  [{ ifMatch: 'abc' }, 'failed'],
  [{ ifUnmodifiedSince: SAME }, 'passed'],
  [{ ifUnmodifiedSince: BEFORE }, 'failed'],
  [{ ifUnmodifiedSince: 'yesterday' }, 'passed'],
  [{ ifNoneMatch: '"abc"' }, 'notModified'],
  [{ ifNoneMatch: '"x"' }, 'passed'],
  [{ ifNoneMatch: 'abc' }, 'passed'],
  [{ ifModifiedSince: SAME }, 'notModified'],
  [{ ifModifiedSince: BEFORE }, 'passed'],
  [{ ifModifiedSince: 'yesterday' }, 'passed'],
  // The ETag decides, the date beside it is not asked.
  [{ ifMatch: '"abc"', ifUnmodifiedSince: BEFORE }, 'passed'],
  [{ ifNoneMatch: '"x"', ifModifiedSince: SAME }, 'passed'],
  [{ ifNoneMatch: '"abc"', ifModifiedSince: BEFORE }, 'notModified'],
  // A failed precondition comes before "not modified".
  [{ ifMatch: '"x"', ifNoneMatch: '"abc"' }, 'failed'],
  [{ ifUnmodifiedSince: BEFORE, ifNoneMatch: '"abc"' }, 'failed'],
])('%j: %s', (conditions, expected) => {
  expect(evaluateConditions({ ...NONE, ...conditions }, object)).toBe(expected);
});
