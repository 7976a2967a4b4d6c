import type COS from 'cos-js-sdk-v5';
import type { ListingTimes } from './listByIndex.ts';
import { openSdk } from './openSdk.ts';
import { watchTasks } from './watchTasks.ts';

/** The loop of the vendor's documentation: `getBucket` until it is not truncated. The rows are counted, not kept. */
export async function listBySdk(): Promise<ListingTimes> {
  const { cos, place } = await openSdk('browse');
  await cos.headBucket(place);
  const watch = watchTasks();
  const started = performance.now();
  let count = 0;
  for (let marker: string | undefined = ''; marker !== undefined;) {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next
    const page: COS.GetBucketResult = await cos.getBucket({
      ...place,
      Prefix: '',
      Marker: marker,
      MaxKeys: 1000,
      EncodingType: 'url',
    });
    count += page.Contents.length;
    marker = page.IsTruncated === 'true' ? decodeURIComponent(page.NextMarker ?? '') : undefined;
  }
  return { count, totalMs: performance.now() - started, longestTaskMs: await watch.stop() };
}
