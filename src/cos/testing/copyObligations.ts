import { expect, test } from 'vitest';
import type { ContractSubject } from './ContractSubject.ts';
import { textOf } from './textOf.ts';

/** What a copy takes along of what is said about an object, and how that is said anew. */
export function copyObligations(subject: () => ContractSubject): void {
  test('a copy is pinned to what it was meant to be', async () => {
    const cos = subject().client;
    await subject().seed('from 照', 'x');
    const { etag = '' } = await cos.headObject({ key: 'from 照' });
    const source = { ...cos.location, key: 'from 照' };
    await cos.copyObject({ key: 'to', source: { ...source, ifMatch: etag } });
    expect(await textOf((await cos.getObject({ key: 'to' })).body)).toBe('x');
    await expect(
      cos.copyObject({ key: 'other', source: { ...source, ifMatch: '0'.repeat(32) } }),
    ).rejects.toMatchObject({ failure: { code: 'PreconditionFailed' } });
  });

  test('a plain copy keeps what was said, but for the ACL', async () => {
    const cos = subject().client;
    const tags = { team: 'x' };
    await cos.putObject({ key: 'from', body: new Blob(['x']), contentType: 'text/plain', tags, acl: 'public-read' });
    await cos.copyObject({ key: 'to', source: { ...cos.location, key: 'from' }, storageClass: 'STANDARD_IA' });
    expect(await cos.headObject({ key: 'to' })).toMatchObject({
      contentType: 'text/plain',
      storageClass: 'STANDARD_IA',
    });
    expect(await cos.getObjectTagging({ key: 'to' })).toEqual(tags);
    expect((await cos.getObjectAcl({ key: 'to' })).canned).not.toBe('public-read');
  });

  test('a copy onto itself says its headers anew; tags are set and removed by themselves', async () => {
    const cos = subject().client;
    const body = new Blob(['x']);
    await cos.putObject({ key: 'o', body, contentType: 'text/plain', metadata: { old: '1' }, tags: { team: 'x' } });
    const { etag = '' } = await cos.headObject({ key: 'o' });
    const source = { ...cos.location, key: 'o', ifMatch: etag };
    await expect(cos.copyObject({ key: 'o', source })).rejects.toMatchObject({ failure: { code: 'InvalidRequest' } });
    await cos.copyObject({
      key: 'o',
      source,
      replacesHeaders: true,
      contentType: 'text/html',
      storedMetadata: { new: 'a%20b' },
      delivery: { cacheControl: 'max-age=9' },
      storageClass: 'STANDARD_IA',
    });
    expect(await cos.headObject({ key: 'o' })).toMatchObject({
      sizeBytes: 1,
      contentType: 'text/html',
      metadata: { new: 'a%20b' },
      delivery: { cacheControl: 'max-age=9' },
      storageClass: 'STANDARD_IA',
    });
    expect(await cos.getObjectTagging({ key: 'o' })).toEqual({ team: 'x' });
    await cos.putObjectTagging({ key: 'o', tags: { 照: 'a b', empty: '' } });
    expect(await cos.getObjectTagging({ key: 'o' })).toEqual({ 照: 'a b', empty: '' });
    await cos.putObjectTagging({ key: 'o', tags: {} });
    expect(await cos.getObjectTagging({ key: 'o' })).toEqual({});
  });

  test('who may read an object is set by a word, and given back to the bucket', async () => {
    const cos = subject().client;
    await cos.putObject({ key: 'o', body: new Blob(['x']) });
    for (const acl of ['public-read', 'private', 'default'] as const) {
      await cos.putObjectAcl({ key: 'o', acl });
      expect(await cos.getObjectAcl({ key: 'o' })).toEqual({ canned: acl });
    }
    await expect(cos.putObjectAcl({ key: 'none', acl: 'private' })).rejects.toMatchObject({
      failure: { code: 'NoSuchKey' },
    });
  });
}
