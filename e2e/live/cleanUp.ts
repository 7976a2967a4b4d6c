import type COS from 'cos-nodejs-sdk-v5';
import type { LiveTarget } from './LiveTarget.ts';

/** Removes what tests have left below a prefix of theirs: objects, and uploads that were never finished. */
export async function cleanUp({ vendor, bucket, region }: LiveTarget, prefix: string): Promise<void> {
  if (!/^beeline-live\/[\w-]+\/$/.test(prefix)) throw new Error('Only a prefix of a test is ever emptied.');
  const place = { Bucket: bucket, Region: region };
  for (;;) {
    const { Contents } = await vendor.getBucket({ ...place, Prefix: prefix });
    if (Contents.length === 0) break;
    await vendor.deleteMultipleObject({ ...place, Objects: Contents.map(({ Key }) => ({ Key })) });
  }
  const { Upload }: COS.MultipartListResult = await vendor.multipartList({ ...place, Prefix: prefix, Delimiter: '' });
  for (const { Key, UploadId } of Upload) await vendor.multipartAbort({ ...place, Key, UploadId });
}
