import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection } from '#config/DeploymentConfig.ts';

/** An address of a bucket that a link may begin with. */
export interface LinkOrigin {
  readonly origin: string;
  readonly host: string;
  /**
   * One of COS's own. Under these, buckets made since 2024 answer everything as a download and refuse `.apk` and `.ipa`
   * (COS documentation 57456).
   */
  readonly isDefault: boolean;
}

/** The preferred address, and the custom domains of the bucket, if there are any. */
export function linkOrigins(connection: Pick<Connection, 'bucket' | 'region' | 'hosts'>): readonly LinkOrigin[] {
  const all = bucketOrigins(connection).map((origin): LinkOrigin => {
    const { host } = new URL(origin);
    return { origin, host, isDefault: isDefaultHost(host, connection.bucket) };
  });
  return all.filter(({ isDefault }, at) => at === 0 || !isDefault);
}

/** `<bucket>.cos.<region>.…` and its kin: `cos-internal`, `cos-dualstack`, `cos.accelerate` (COS documentation 6224). */
function isDefaultHost(host: string, bucket: string): boolean {
  return host.startsWith(`${bucket}.cos`);
}

/** App packages, which COS's own addresses do not hand out. */
export function isAppPackage(key: string): boolean {
  return /\.(?:apk|ipa)$/i.test(key);
}
