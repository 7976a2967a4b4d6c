import { expect, test } from 'vitest';
import type { ContractSubject } from './ContractSubject.ts';

/** What lies in a bucket is listed without a hole or a double, and goes when it is told to. */
export function listingObligations(subject: () => ContractSubject): void {
  test('a key no URL can name is listed and can be deleted by name', async () => {
    const cos = subject().client;
    await subject().seed('a/../b', 'x');
    expect((await cos.listObjects({ prefix: 'a/' })).objects.map(({ key }) => key)).toEqual(['a/../b']);
    expect(await cos.deleteObjects({ keys: ['a/../b'] })).toEqual({ deleted: ['a/../b'], errors: [] });
    expect((await cos.listObjects({ prefix: '' })).objects).toEqual([]);
  });

  test('a listing folds at the delimiter and pages without a hole or a double', async () => {
    const cos = subject().client;
    const keys = ['a', 'b/', 'b/1', 'b/2', 'c/1', 'd', 'é', '照', '😀'];
    for (const key of keys) await subject().seed(key, '');
    const seen: string[] = [];
    let marker: string | undefined;
    let pages = 0;
    do {
      const page = await cos.listObjects({
        prefix: '',
        delimiter: '/',
        maxKeys: 2,
        ...(marker === undefined ? {} : { marker }),
      });
      seen.push(...page.objects.map(({ key }) => key), ...page.commonPrefixes);
      marker = page.nextMarker;
      pages += 1;
    } while (marker !== undefined);
    expect(seen.toSorted()).toEqual(['a', 'b/', 'c/', 'd', 'é', '照', '😀'].toSorted());
    expect(pages).toBe(4);
    const inside = await cos.listObjects({ prefix: 'b/', delimiter: '/' });
    expect(inside.objects.map(({ key }) => key)).toEqual(['b/', 'b/1', 'b/2']);
  });

  test('a bucket that keeps no versions lists each object as the one it has', async () => {
    const cos = subject().client;
    await subject().seed('v 照', 'x');
    const { versions } = await cos.listObjectVersions({ prefix: 'v' });
    expect(versions).toMatchObject([{ key: 'v 照', isLatest: true, isDeleteMarker: false, sizeBytes: 1 }]);
  });

  test('a bucket without versions says so', async () => {
    const cos = subject().client;
    expect(await cos.getBucketVersioning()).toEqual({});
  });

  test('several are deleted at once; keys that cannot go together are refused', async () => {
    const cos = subject().client;
    for (const key of ['a', 'b', '照 &<>"']) await subject().seed(key, '');
    expect((await cos.deleteObjects({ keys: ['a', '照 &<>"', 'never'] })).deleted.toSorted()).toEqual(
      ['a', 'never', '照 &<>"'].toSorted(),
    );
    await expect(cos.deleteObjects({ keys: ['/b'] })).rejects.toMatchObject({ failure: { code: 'KeyNotAllowed' } });
    await expect(cos.deleteObjects({ keys: ['b\u0001'] })).rejects.toMatchObject({
      failure: { code: 'KeyNotAllowed' },
    });
    expect((await cos.listObjects({ prefix: '' })).objects.map(({ key }) => key)).toEqual(['b']);
  });
}
