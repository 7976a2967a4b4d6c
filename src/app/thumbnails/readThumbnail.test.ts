import { expect, test } from 'vitest';
import { FakeCosClient } from '#cos/testing/FakeCosClient.ts';
import { serviceFailure } from '#cos/testing/serviceFailure.ts';
import { readThumbnail } from './readThumbnail.ts';

function object(sizeBytes: number) {
  const facts = { key: 'p/a.png', name: 'a.png', sizeBytes, lastModified: new Date(0), etag: '', storageClass: '' };
  return { type: 'object', addressable: true, ...facts } as const;
}
const { signal } = new AbortController();

test('a large object is not fetched for its picture; image processing makes one of it', async () => {
  const cos = new FakeCosClient();
  expect(await readThumbnail(cos, {}, object(5_000_000), signal)).toBeUndefined();
  expect(cos.unansweredCalls()).toEqual([]);

  const processed = readThumbnail(cos, { thumbnails: 'image-processing' }, object(5_000_000), signal);
  const call = await cos.next('getThumbnail');
  expect(call.input).toEqual({ key: 'p/a.png', side: 384 });
  expect(call.options.priority).toBe('background');
  call.fail(serviceFailure('InvalidArgument'));
  expect(await processed).toBeUndefined();
  expect(cos.unansweredCalls()).toEqual([]);

  await readThumbnail(cos, { thumbnails: 'image-processing' }, object(40_000_000), signal);
  expect(cos.unansweredCalls()).toEqual([]);
});

test('where image processing refuses, a small object is drawn itself; its bytes say what it is', async () => {
  const cos = new FakeCosClient();
  const drawing = readThumbnail(cos, { thumbnails: 'image-processing' }, object(500), signal);
  (await cos.next('getThumbnail')).fail(serviceFailure('InvalidArgument'));
  const call = await cos.next('getObject');
  expect(call.input).toEqual({ key: 'p/a.png', asStored: true });
  expect(call.options.priority).toBe('background');
  call.succeed({ body: new Blob(['<svg onload="alert(1)"/>']).stream(), sizeBytes: 500, startByte: 0 });
  expect(await drawing).toBeUndefined();
});
