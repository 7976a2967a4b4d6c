import type { CosClient } from '#cos/CosClient.ts';

/** Whether a journaled transfer's connection still leads to the bucket it led to when the transfer began. */
export function leadsWhereItDid(
  noted: { readonly connectionId: string; readonly bucket: string; readonly region: string },
  cosFor: (connectionId: string) => CosClient,
): boolean {
  try {
    const { bucket, region } = cosFor(noted.connectionId).location;
    return bucket === noted.bucket && region === noted.region;
  } catch {
    return false; // The connection is no longer configured.
  }
}
