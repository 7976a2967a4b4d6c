import { describe, expect, test } from 'vitest';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { InMemoryCosClient } from '#cos/testing/InMemoryCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { deleteKeys } from './deleteKeys.ts';

describe('deleteKeys', () => {
  test('one key goes by its own request', async () => {
    const cos = new FakeCosClient();
    const deleting = deleteKeys(cos, ['a']);
    (await cos.next('deleteObject')).succeed();
    expect(await deleting).toEqual({ deleted: ['a'], errors: [] });
  });

  test('many go in batches of a thousand, and progress counts them', async () => {
    const cos = new InMemoryCosClient();
    const keys = Array.from({ length: 2500 }, (_, index) => `k${index}`);
    for (const key of [...keys, 'witness']) cos.seed(key);
    const progress: number[] = [];
    const { deleted, errors } = await deleteKeys(cos, keys, { onProgress: (done) => progress.push(done) });
    expect(deleted).toHaveLength(2500);
    expect(errors).toEqual([]);
    expect(progress).toEqual([1000, 2000, 2500]);
    expect(cos.keys()).toEqual(['witness']);
  });

  test('who stops midway knows what is gone', async () => {
    const cos = new FakeCosClient();
    const stop = new AbortController();
    const gone: string[] = [];
    const keys = Array.from({ length: 1001 }, (_, index) => `k${index}`);
    const deleting = deleteKeys(cos, keys, { signal: stop.signal, onDeleted: (batch) => gone.push(...batch) });
    (await cos.next('deleteObjects')).succeed({ deleted: keys.slice(0, 1000), errors: [] });
    await cos.next('deleteObjects');
    stop.abort();
    await expect(deleting).rejects.toThrow(/abort/i);
    expect(gone).toEqual(keys.slice(0, 1000));
  });

  test('odd keys take the way that is open to them', async () => {
    const cos = new InMemoryCosClient();
    const odd = ['/leading', 'tab\tkey', 'a/../b', '..', 'plain'];
    for (const key of [...odd, '\t/..']) cos.seed(key);
    const { deleted, errors } = await deleteKeys(cos, [...odd, '\t/..']);
    expect(deleted.toSorted()).toEqual(odd.toSorted());
    expect(errors).toMatchObject([{ key: '\t/..', failure: { code: 'UnsafeKey' } }]);
    expect(cos.keys()).toEqual(['\t/..']);
  });

  test('a single key no URL can name goes in a list', async () => {
    const cos = new FakeCosClient();
    const deleting = deleteKeys(cos, ['..']);
    (await cos.next('deleteObjects')).succeed({ deleted: ['..'], errors: [] });
    expect((await deleting).deleted).toEqual(['..']);
    expect(cos.calls.map((call) => call.operation)).toEqual(['deleteObjects']);
  });

  test('each refusal is told by key, and silence about a key is not success', async () => {
    const cos = new FakeCosClient();
    const deleting = deleteKeys(cos, ['a', 'b', 'c']);
    (await cos.next('deleteObjects')).succeed({
      deleted: ['a'],
      errors: [{ key: 'b', code: 'AccessDenied', message: 'Access Denied.' }],
    });
    expect(await deleting).toMatchObject({
      deleted: ['a'],
      errors: [
        { key: 'b', failure: { code: 'AccessDenied', facts: { action: 'name/cos:DeleteObject' } } },
        { key: 'c', failure: { code: 'UnexpectedAnswer' } },
      ],
    });
  });

  test('when nothing was deleted the failure is thrown, afterwards the rest is told', async () => {
    const cos = new FakeCosClient();
    const refused = deleteKeys(cos, ['a', 'b']);
    (await cos.next('deleteObjects')).fail(serviceFailure('AccessDenied'));
    await expect(refused).rejects.toMatchObject({ failure: { code: 'AccessDenied' } });

    const partly = deleteKeys(cos, ['a', 'b', '/c', '/d']);
    (await cos.next('deleteObjects')).succeed({ deleted: ['a', 'b'], errors: [] });
    (await cos.next('deleteObject')).fail(serviceFailure('AccessDenied'));
    expect(await partly).toMatchObject({ deleted: ['a', 'b'], errors: [{ key: '/c' }, { key: '/d' }] });
  });

  test('an abort is thrown with its reason', async () => {
    const cos = new FakeCosClient();
    const abort = new AbortController();
    const deleting = deleteKeys(cos, ['a', 'b'], { signal: abort.signal });
    await cos.next('deleteObjects');
    abort.abort();
    await expect(deleting).rejects.toBe(abort.signal.reason);
  });
});
