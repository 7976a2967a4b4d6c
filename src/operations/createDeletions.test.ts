import { describe, expect, test } from 'vitest';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { createDeletions } from './createDeletions.ts';
import { createOperationTally } from './OperationTally.ts';

const denied = serviceFailure('AccessDenied', { status: 403 });

function begin() {
  const cos = new FakeCosClient();
  const gone: string[] = [];
  const tally = createOperationTally(() => {}, 100, []);
  const run = { cos, signal: new AbortController().signal };
  const deletions = createDeletions(run, tally, { batch: 1000, onGone: (keys) => gone.push(...keys) });
  const remove = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await deletions.add(key);
    await deletions.flush();
  };
  const problems = (): unknown => tally.problems.map(({ key, failure }) => [key, failure.code]);
  return { cos, gone, tally, remove, problems };
}

describe('deleting in batches', () => {
  test('a thousand at most go in one request', async () => {
    const { cos, remove, tally } = begin();
    const keys = Array.from({ length: 1001 }, (_, index) => `k${index}`);
    const removing = remove(...keys);
    const first = await cos.next('deleteObjects');
    expect(first.input.keys).toHaveLength(1000);
    first.succeed({ deleted: keys.slice(0, 1000), errors: [] });
    (await cos.next('deleteObjects')).succeed({ deleted: ['k1000'], errors: [] });
    await removing;
    expect(tally.counts()).toMatchObject({ done: 1001, failed: 0 });
  });

  test('each refusal is told by key, and silence about a key is not success', async () => {
    const { cos, remove, gone, tally } = begin();
    const removing = remove('a', 'b', 'c');
    (await cos.next('deleteObjects')).succeed({
      deleted: ['a'],
      errors: [{ key: 'b', code: 'AccessDenied', message: 'Access Denied.' }],
    });
    await removing;
    expect(gone).toEqual(['a']);
    expect(tally.problems).toMatchObject([
      { key: 'b', failure: { code: 'AccessDenied', facts: { action: 'name/cos:DeleteObject' } } },
      { key: 'c', failure: { code: 'UnexpectedAnswer' } },
    ]);
  });

  test('who may not delete many at once deletes one by one', async () => {
    const { cos, remove, gone, problems } = begin();
    const removing = remove('a', 'b', 'c');
    (await cos.next('deleteObjects')).fail(denied);
    (await cos.next('deleteObject')).succeed();
    (await cos.next('deleteObject')).fail(serviceFailure('ObjectLocked'));
    (await cos.next('deleteObject')).succeed();
    await removing;
    expect([gone, problems()]).toEqual([['a', 'c'], [['b', 'ObjectLocked']]]);
  });

  test('who may not delete at all is told once for all, after two questions', async () => {
    const { cos, remove, problems } = begin();
    const removing = remove('a', 'b', 'c');
    (await cos.next('deleteObjects')).fail(denied);
    (await cos.next('deleteObject')).fail(denied);
    await removing;
    expect(problems()).toEqual(['a', 'b', 'c'].map((key) => [key, 'AccessDenied']));
    expect(cos.calls).toHaveLength(2);
  });

  test('where versions are kept, each mark is the way back', async () => {
    const { cos, remove, tally } = begin();
    const removing = remove('a', 'b');
    (await cos.next('deleteObjects')).succeed({ deleted: ['a', 'b'], errors: [], markers: new Map([['a', 'v1']]) });
    await removing;
    expect(tally.stepsBack()).toEqual([{ type: 'unmark', key: 'a', versionId: 'v1' }]);
  });
});
