import COS from 'cos-js-sdk-v5';
import type { SdkSettings } from './benchPage.ts';
import { openConnection } from './openConnection.ts';

/** Uploads the files by the vendor's client; milliseconds from the call to its end. */
export async function sendBySdk(files: readonly Blob[], settings: SdkSettings): Promise<number> {
  const { chunkBytes, parallel } = settings;
  const { connection, credentials } = await openConnection(1);
  const keys = await credentials.get(connection, { purpose: 'upload' });
  const place = { Bucket: connection.bucket, Region: connection.region };
  const cos = new COS({
    Protocol: 'http:',
    Domain: new URL(connection.hosts[0] ?? '').host,
    ...(chunkBytes === undefined ? {} : { ChunkSize: chunkBytes }),
    ...(parallel === undefined ? {} : { ChunkParallelLimit: parallel, FileParallelLimit: parallel }),
    getAuthorization: (_options, callback) =>
      callback({
        TmpSecretId: keys.secretId,
        TmpSecretKey: keys.secretKey,
        SecurityToken: keys.sessionToken,
        StartTime: Math.floor((keys.issuedAt ?? new Date()).getTime() / 1000),
        ExpiredTime: Math.floor(keys.expiresAt.getTime() / 1000),
      }),
  });
  await cos.headBucket(place);
  const started = performance.now();
  const list = files.map((file, index) => ({ ...place, Key: `sdk/${index}`, Body: file }));
  const result = await cos.uploadFiles({ files: list });
  const failed = result.files.find(({ error }) => error);
  if (failed) throw new Error(JSON.stringify(failed.error));
  return performance.now() - started;
}
