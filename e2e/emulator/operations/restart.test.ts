import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUCKET, startTestCos } from '../testing/startTestCos.ts';

test('an upload begun before a restart is finished after it, and what was there is there', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'restart-'));
  const key = '照片/a//b/../c';
  const body = 'first half, ';
  let running = await startTestCos({ dataFolder, minimumPartBytes: 1 });
  await running.ask({ method: 'PUT', key: 'kept', body: 'kept', headers: { 'x-cos-meta-a': '1' } });
  const initiated = await running.ask({ method: 'POST', key, query: { uploads: '' } });
  const uploadId = /<UploadId>(.*?)</.exec(initiated.text)?.[1] ?? '';
  await running.ask({ method: 'PUT', key, query: { partNumber: '1', uploadId }, body });
  await running.cos.close();

  running = await startTestCos({ dataFolder, minimumPartBytes: 1 });
  const kept = await running.ask({ key: 'kept' });
  expect([kept.text, kept.headers['x-cos-meta-a']]).toEqual(['kept', '1']);
  await running.ask({ method: 'PUT', key, query: { partNumber: '2', uploadId }, body: 'second half' });
  const parts = [body, 'second half'].map((text, index) => {
    const etag = createHash('md5').update(text).digest('hex');
    return `<Part><PartNumber>${index + 1}</PartNumber><ETag>"${etag}"</ETag></Part>`;
  });
  const list = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
  const done = await running.ask({ method: 'POST', key, query: { uploadId }, body: list });
  expect(done.text).toContain('CompleteMultipartUploadResult');
  expect((await running.cos.control.readObject(BUCKET, key))?.toString()).toBe('first half, second half');
  await running.cos.close();
  await rm(dataFolder, { recursive: true });
});
