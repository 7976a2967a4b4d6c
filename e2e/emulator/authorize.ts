import type { Policy } from './assertPolicy.ts';
import type { ConditionKeys } from './conditionHolds.ts';
import { CosServiceError } from './CosServiceError.ts';
import type { EmulatorBucket } from './EmulatorOptions.ts';
import { evaluatePolicy } from './evaluatePolicy.ts';
import type { Caller, OperationName } from './OperationContext.ts';

const OBJECT_READS = new Set(['GetObject', 'HeadObject', 'OptionsObject']);
const BUCKET_READS = new Set(['GetBucket', 'HeadBucket', ...OBJECT_READS]);

export interface AuthorizationQuestion {
  readonly caller: Caller;
  /** With or without `name/cos:`. */
  readonly action: string;
  readonly bucket: EmulatorBucket;
  readonly key: string;
  readonly conditionKeys: ConditionKeys;
  /** The object's own ACL, undefined when there is no such object. */
  readonly objectAcl: string | undefined;
}

/**
 * Throws 403 AccessDenied unless the caller may do it. Accounts may do everything; temporary keys what their policy
 * says, even on a public bucket; nobody in particular what the ACLs let everyone do.
 */
export function authorize(question: AuthorizationQuestion): void {
  const { caller, action, bucket, key, conditionKeys } = question;
  const name = action.replace(/^(?:name\/)?cos:/, '');
  const isAllowed =
    caller.type === 'account' ||
    (caller.type === 'anonymous'
      ? isPublic(name, question)
      : evaluatePolicy(caller.policy as Policy, {
          action: `name/cos:${name}`,
          bucket: bucket.name,
          region: bucket.region,
          key,
          conditionKeys,
        }));
  if (!isAllowed) throw new CosServiceError(403, 'AccessDenied', 'Access Denied.');
}

function isPublic(action: string, { bucket, objectAcl }: AuthorizationQuestion): boolean {
  const isObjectAction = OBJECT_READS.has(action);
  if (isObjectAction && objectAcl === 'public-read') return true;
  const inherits = !isObjectAction || objectAcl === undefined || objectAcl === 'default';
  return bucket.acl === 'public-read' && inherits && BUCKET_READS.has(action);
}

/** The actions a caller needs, and the path they are needed on (COS documentation 30580). */
interface Requirement {
  readonly actions: readonly string[];
  /** What stands behind the bucket in the resource: the key, or the prefix of a listing. */
  readonly on: 'key' | 'prefix' | 'bucket';
}

/**
 * What each operation needs before it starts. Where the documents name two actions for one operation, both are
 * needed: a policy that passes here passes whichever of them the service asks for.
 */
export const REQUIREMENTS: Readonly<Record<OperationName, Requirement>> = {
  GetService: { actions: ['GetService'], on: 'bucket' },
  HeadBucket: { actions: ['HeadBucket'], on: 'bucket' },
  GetBucket: { actions: ['GetBucket'], on: 'prefix' },
  GetBucketCORS: { actions: ['GetBucketCORS'], on: 'bucket' },
  PutBucketCORS: { actions: ['PutBucketCORS'], on: 'bucket' },
  GetBucketVersioning: { actions: ['GetBucketVersioning'], on: 'bucket' },
  ListMultipartUploads: { actions: ['ListMultipartUploads'], on: 'prefix' },
  // DeleteObject is judged per key, PostObject by its form, preflights not at all.
  DeleteMultipleObjects: { actions: [], on: 'bucket' },
  PostObject: { actions: [], on: 'bucket' },
  OptionsObject: { actions: [], on: 'key' },
  PutObject: { actions: ['PutObject'], on: 'key' },
  PutObjectCopy: { actions: ['PutObject', 'PutObjectCopy'], on: 'key' },
  GetObject: { actions: ['GetObject'], on: 'key' },
  HeadObject: { actions: ['HeadObject'], on: 'key' },
  DeleteObject: { actions: ['DeleteObject'], on: 'key' },
  InitiateMultipartUpload: { actions: ['InitiateMultipartUpload'], on: 'key' },
  UploadPart: { actions: ['UploadPart'], on: 'key' },
  UploadPartCopy: { actions: ['PutObject', 'UploadPartCopy'], on: 'key' },
  ListParts: { actions: ['ListParts'], on: 'key' },
  CompleteMultipartUpload: { actions: ['CompleteMultipartUpload'], on: 'key' },
  AbortMultipartUpload: { actions: ['AbortMultipartUpload'], on: 'key' },
  GetBucketObjectVersions: { actions: ['GetBucketObjectVersions'], on: 'prefix' },
  GetObjectACL: { actions: ['GetObjectACL'], on: 'key' },
  PutObjectACL: { actions: ['PutObjectACL'], on: 'key' },
  GetObjectTagging: { actions: ['GetObjectTagging'], on: 'key' },
  PutObjectTagging: { actions: ['PutObjectTagging'], on: 'key' },
  DeleteObjectTagging: { actions: ['DeleteObjectTagging'], on: 'key' },
  PostObjectRestore: { actions: ['PostObjectRestore', 'RestoreObject'], on: 'key' },
};
