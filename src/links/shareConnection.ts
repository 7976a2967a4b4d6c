import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection, DeploymentConfig } from '#config/DeploymentConfig.ts';
import { hostsOfOther } from '#config/OtherBuckets.ts';
import { shareFailure } from './shareFailure.ts';
import type { ShareTerms } from './SharePackage.ts';

/** The id of a share's connection, which no configured one has: those have no capitals. */
export const SHARE_CONNECTION = 'SHARE';

/**
 * The bucket of a share as a connection, when the deployment lists that bucket under that host.
 *
 * @throws FailureError `ShareElsewhere`; nothing was asked
 */
export function shareConnection(config: DeploymentConfig, { bucket, region, origin, title }: ShareTerms): Connection {
  const listed = config.connections
    .filter((connection) => connection.bucket === bucket && connection.region === region)
    .flatMap(bucketOrigins);
  const { otherBuckets } = config;
  const typed = otherBuckets?.regions.includes(region)
    ? bucketOrigins({ bucket, region, hosts: hostsOfOther(otherBuckets, bucket, region) })
    : [];
  if (![...listed, ...typed].includes(origin)) {
    throw shareFailure('ShareElsewhere', `${new URL(origin).host} is not a host of this page`);
  }
  return { id: SHARE_CONNECTION, label: title, bucket, region, prefix: '', hosts: [origin], access: 'credentials' };
}
