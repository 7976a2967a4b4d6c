import type { Connection } from '#config/DeploymentConfig.ts';
import type { CredentialsRequest, GetCredentialsOptions } from './CredentialsProvider.ts';

/** What to ask the endpoint. Always in this order of fields: its JSON is the identity of the question. */
export function questionFor(connection: Connection, wanted: GetCredentialsOptions): CredentialsRequest {
  const { bucket, region, prefix } = connection;
  return {
    bucket,
    region,
    prefix,
    purpose: wanted.purpose,
    ...(wanted.keys ? { keys: wanted.keys } : {}),
    ...(wanted.versionId === undefined ? {} : { versionId: wanted.versionId }),
    ...(wanted.durationSeconds === undefined ? {} : { durationSeconds: wanted.durationSeconds }),
  };
}
