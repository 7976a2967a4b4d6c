import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection, DeploymentConfig } from '#config/DeploymentConfig.ts';
import { hostsOfOther } from '#config/OtherBuckets.ts';
import { uploadRequestFailure } from './uploadRequestFailure.ts';
import type { UploadRequestTerms } from './UploadRequest.ts';

/** The id of the connection of an upload request, which no configured one has: those have no capitals. */
export const UPLOAD_REQUEST_CONNECTION = 'REQUEST';

/**
 * The bucket of a request as a connection, under the hosts the deployment has for it. The address names no host, so
 * nobody can have files sent elsewhere.
 *
 * @throws FailureError `RequestElsewhere`; nothing was asked
 */
export function uploadRequestConnection(
  { connections, otherBuckets }: DeploymentConfig,
  { bucket, region, title, prefix }: Pick<UploadRequestTerms, 'bucket' | 'region' | 'title' | 'prefix'>,
): Connection {
  const listed = connections.filter((connection) => connection.bucket === bucket && connection.region === region);
  const hosts = [...new Set(listed.flatMap(bucketOrigins))];
  const isTyped = otherBuckets?.regions.includes(region) === true;
  if (listed.length === 0 && !isTyped) {
    throw uploadRequestFailure('RequestElsewhere', `${bucket} in ${region} is no bucket of this page`);
  }
  return {
    id: UPLOAD_REQUEST_CONNECTION,
    label: title,
    bucket,
    region,
    prefix,
    hosts: listed.length > 0 || !isTyped ? hosts : hostsOfOther(otherBuckets, bucket, region),
    access: 'credentials',
  };
}
