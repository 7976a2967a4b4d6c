import type { SdkSettings } from './benchPage.ts';
import { openSdk } from './openSdk.ts';

/** Uploads the files by the vendor's client; milliseconds from the call to its end. */
export async function sendBySdk(files: readonly Blob[], settings: SdkSettings): Promise<number> {
  const { chunkBytes, parallel } = settings;
  const { cos, place } = await openSdk('upload', {
    ...(chunkBytes === undefined ? {} : { ChunkSize: chunkBytes }),
    ...(parallel === undefined ? {} : { ChunkParallelLimit: parallel, FileParallelLimit: parallel }),
  });
  await cos.headBucket(place);
  const started = performance.now();
  const list = files.map((file, index) => ({ ...place, Key: `sdk/${index}`, Body: file }));
  const result = await cos.uploadFiles({ files: list });
  const failed = result.files.find(({ error }) => error);
  if (failed) throw new Error(JSON.stringify(failed.error));
  return performance.now() - started;
}
