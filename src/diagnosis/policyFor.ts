import type { Connection } from '#config/DeploymentConfig.ts';

/** What each part of the app asks of a policy (COS documentation 30580), in the order it is asked for here. */
export const LOOKING = ['name/cos:GetBucket', 'name/cos:GetObject', 'name/cos:HeadObject'] as const;
export const WRITING = [
  'name/cos:PutObject',
  'name/cos:PutObjectCopy',
  'name/cos:PostObject',
  'name/cos:InitiateMultipartUpload',
  'name/cos:UploadPart',
  'name/cos:ListParts',
  'name/cos:ListMultipartUploads',
  'name/cos:CompleteMultipartUpload',
  'name/cos:AbortMultipartUpload',
  'name/cos:UploadPartCopy',
  'name/cos:GetObjectACL',
  'name/cos:GetObjectTagging',
] as const;
/** Versions in the details, who may read, tags, and what is in the archive: left out, only these are missed, so nothing checks them. */
const DETAILS = [
  'name/cos:GetBucketObjectVersions',
  'name/cos:PutObjectACL',
  'name/cos:PutObjectTagging',
  'name/cos:DeleteObjectTagging',
  'name/cos:PostObjectRestore',
  'name/cos:RestoreObject',
] as const;
export const DELETING = ['name/cos:DeleteObject', 'name/cos:DeleteMultipleObjects'] as const;

/**
 * The least policy under which everything works on this connection, in the CAM language as `GetFederationToken` takes
 * it. Actions are listed one by one: `name/cos:*` must never reach a browser (COS documentation 40265).
 */
export function policyFor({ bucket, region, prefix }: Pick<Connection, 'bucket' | 'region' | 'prefix'>): string {
  const account = bucket.slice(bucket.lastIndexOf('-') + 1);
  const resource = (path: string): string => `qcs::cos:${region}:uid/${account}:${bucket}/${path}`;
  return JSON.stringify(
    {
      version: '2.0',
      statement: [
        {
          effect: 'allow',
          action: [...LOOKING, ...WRITING, ...DETAILS, ...DELETING],
          resource: [resource(`${prefix}*`)],
        },
        // The bucket itself has an empty path, which a prefix does not cover.
        { effect: 'allow', action: ['name/cos:HeadBucket', 'name/cos:GetBucketVersioning'], resource: [resource('')] },
      ],
    },
    null,
    2,
  );
}
