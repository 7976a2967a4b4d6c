import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { EmulatorClock } from './emulatorClock.ts';
import type { EmulatorBucket, EmulatorControl } from './EmulatorOptions.ts';
import { newVersionId } from './operations/versionIds.ts';
import type { Machine } from './Machine.ts';

/** The back door, in process: past signatures, policies and faults, but through the same store. */
export function createControl(
  machine: Omit<Machine, 'buckets'> & { readonly buckets: Map<string, EmulatorBucket> },
  clock: EmulatorClock,
): EmulatorControl {
  const { buckets, store, faults, journal, keys } = machine;
  const bucketOf = (name: string): EmulatorBucket => {
    const bucket = buckets.get(name);
    if (!bucket) throw new Error(`There is no bucket ${name}.`);
    return bucket;
  };
  return {
    createBucket: async (bucket) => {
      buckets.set(bucket.name, bucket);
      for (const seed of bucket.seeds ?? []) store.seed(bucket.name, seed);
    },
    setCors: async (name, rules) => void buckets.set(name, { ...bucketOf(name), cors: rules }),
    putObject: async (
      bucket,
      key,
      body,
      { contentType, lastModified, headers, storageClass = 'STANDARD', acl = 'default' } = {},
    ) => {
      const version = newVersionId(bucketOf(bucket));
      const lowerCased = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
      const stored = {
        headers: { 'content-type': contentType ?? 'application/octet-stream', ...Object.fromEntries(lowerCased) },
        storageClass,
        acl,
        ...version,
      };
      const bytes = body.length === 0 ? [] : [Buffer.from(body.buffer, body.byteOffset, body.byteLength)];
      await clock.at(lastModified?.getTime(), () => store.write(bucket, key, Readable.from(bytes), stored));
    },
    seedKeys: async (bucket, seed) => store.seed(bucketOf(bucket).name, seed),
    readObject: async (bucket, key) => (store.head(bucket, key) ? buffer(store.read(bucket, key)) : undefined),
    listKeys: async (bucket) => [...store.list(bucketOf(bucket).name, '', '')].map((object) => object.key),
    listUploads: async (bucket) =>
      store.uploads(bucketOf(bucket).name).map(({ key, uploadId }) => ({
        key,
        uploadId,
        partNumbers: store.parts(bucket, uploadId).map((part) => part.partNumber),
      })),
    moveClock: (offsetMs) => clock.setOffset(offsetMs),
    plantFaults: (planted) => faults.plant(planted),
    clearFaults: () => faults.clear(),
    revokeKeys: (tmpSecretId) => keys.revoke(tmpSecretId),
    journal: () => journal.entries(),
    clearJournal: () => journal.clear(),
  };
}
