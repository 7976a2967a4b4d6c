import type { CosClient } from '#cos/CosClient.ts';
import type { JournaledUpload } from './JournaledUpload.ts';

/** Whether an upload's connection still leads to the bucket it led to when the upload began. */
export function leadsWhereItDid(upload: JournaledUpload, cosFor: (connectionId: string) => CosClient): boolean {
  try {
    const { bucket, region } = cosFor(upload.connectionId).location;
    return bucket === upload.bucket && region === upload.region;
  } catch {
    return false; // The connection is no longer configured.
  }
}
