import { expect, test } from 'vitest';
import type { ContractSubject } from './ContractSubject.ts';

/** Parts become an object when they are told to, sent or copied. */
export function multipartObligations(subject: () => ContractSubject): void {
  test('parts become an object when completed, and not before', async () => {
    const cos = subject().client;
    const key = 'multi part.bin';
    const first = new Blob(['a'.repeat(subject().minimumPartBytes)]);
    const { uploadId } = await cos.initiateMultipartUpload({ key, contentType: 'text/plain' });
    const sent: number[] = [];
    const one = await cos.uploadPart(
      { key, uploadId, partNumber: 1, body: first },
      { onSent: (bytes) => sent.push(bytes) },
    );
    const two = await cos.uploadPart({ key, uploadId, partNumber: 2, body: new Blob(['end']) });
    expect(sent.at(-1)).toBe(first.size);
    expect((await cos.listParts({ key, uploadId })).parts).toEqual([
      { partNumber: 1, etag: one.etag, sizeBytes: first.size },
      { partNumber: 2, etag: two.etag, sizeBytes: 3 },
    ]);
    const page = await cos.listParts({ key, uploadId, maxParts: 1 });
    expect(page.nextPartNumberMarker).toBe(1);
    expect((await cos.listParts({ key, uploadId, partNumberMarker: 1 })).parts).toHaveLength(1);
    expect((await cos.listMultipartUploads({ prefix: 'multi' })).uploads).toMatchObject([{ key, uploadId }]);
    await expect(cos.headObject({ key })).rejects.toMatchObject({ failure: { code: 'NoSuchKey' } });
    const parts = [one, two].map(({ etag = '' }, index) => ({ partNumber: index + 1, etag }));
    const done = await cos.completeMultipartUpload({ key, uploadId, parts });
    expect(await cos.headObject({ key })).toMatchObject({ sizeBytes: first.size + 3, etag: done.etag });
    expect((await cos.listMultipartUploads({ prefix: '' })).uploads).toEqual([]);
    await expect(cos.completeMultipartUpload({ key, uploadId, parts })).rejects.toMatchObject({
      failure: { code: 'NoSuchUpload' },
    });
  });

  test('an aborted upload is gone', async () => {
    const cos = subject().client;
    const { uploadId } = await cos.initiateMultipartUpload({ key: 'x' });
    await cos.abortMultipartUpload({ key: 'x', uploadId });
    await expect(cos.listParts({ key: 'x', uploadId })).rejects.toMatchObject({ failure: { code: 'NoSuchUpload' } });
  });

  test('what is said about an object can be read, and a copy made of parts can be told all of it', async () => {
    const cos = subject().client;
    const facts = {
      contentType: 'text/plain',
      metadata: { note: 'x' },
      delivery: { cacheControl: 'max-age=9', contentDisposition: 'attachment' },
      tags: { team: 'a b', 照: '1' },
      acl: 'public-read',
    } as const;
    await cos.putObject({ key: 'from', body: new Blob(['a'.repeat(subject().minimumPartBytes + 3)]), ...facts });
    const { etag = '' } = await cos.headObject({ key: 'from' });
    expect(await cos.getObjectAcl({ key: 'from' })).toEqual({ canned: 'public-read' });
    expect(await cos.getObjectTagging({ key: 'from' })).toEqual(facts.tags);
    const { uploadId } = await cos.initiateMultipartUpload({ key: 'to', ...facts });
    const source = { ...cos.location, key: 'from', ifMatch: etag };
    const cut = subject().minimumPartBytes;
    const parts = [
      { partNumber: 1, range: { start: 0, end: cut } },
      { partNumber: 2, range: { start: cut, end: cut + 3 } },
    ];
    const copied = [];
    for (const part of parts) {
      copied.push({ ...part, ...(await cos.uploadPartCopy({ key: 'to', uploadId, source, ...part })) });
    }
    await cos.completeMultipartUpload({ key: 'to', uploadId, parts: copied });
    const { contentType, delivery } = facts;
    expect(await cos.headObject({ key: 'to' })).toMatchObject({ sizeBytes: cut + 3, contentType, delivery });
    expect(await cos.getObjectAcl({ key: 'to' })).toEqual({ canned: 'public-read' });
    expect(await cos.getObjectTagging({ key: 'to' })).toEqual(facts.tags);
    const changed = { ...source, ifMatch: '0'.repeat(32) };
    const other = await cos.initiateMultipartUpload({ key: 'to2' });
    await expect(
      cos.uploadPartCopy({
        key: 'to2',
        uploadId: other.uploadId,
        partNumber: 1,
        source: changed,
        range: { start: 0, end: 1 },
      }),
    ).rejects.toMatchObject({ failure: { code: 'PreconditionFailed' } });
  });
}
