/** What the app asks keys for; the `purpose` of its request. */
export type Purpose = 'browse' | 'upload' | 'share' | 'upload-request';

export const PURPOSES: readonly Purpose[] = ['browse', 'upload', 'share', 'upload-request'];

/** A policy in the CAM language (COS documentation 30580), as `GetFederationToken` takes it: no `principal`. */
export interface Policy {
  readonly version: '2.0';
  readonly statement: readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly effect: 'allow' | 'deny';
  readonly action: readonly string[];
  readonly resource: readonly string[];
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface PolicyScope {
  readonly bucket: string;
  readonly region: string;
  /** Objects below this prefix; `''` is the whole bucket. */
  readonly prefix: string;
  readonly purpose: Purpose;
  /**
   * For `share`: these objects and no others. For `upload-request`: one prefix, which forms may write below, or one object,
   * which one PUT may write.
   */
  readonly keys?: readonly string[];
  /** For `share`: this version of the one object. Default: the latest. */
  readonly versionId?: string | undefined;
  readonly mayDelete: boolean;
}

// Details show tags, access and versions; each of them may be left out, and says so then.
const READ = [
  'name/cos:GetObject',
  'name/cos:HeadObject',
  'name/cos:GetObjectACL',
  'name/cos:GetObjectTagging',
  'name/cos:GetBucketObjectVersions',
];
// A finished upload is read back (HeadObject) before it counts as done; an unfinished one is found again and ended.
const WRITE = [
  'name/cos:PutObject',
  // A copy inside the prefix, for rename and move: the documents name both actions (COS documentation 10881, 30580).
  'name/cos:PutObjectCopy',
  'name/cos:PostObject',
  'name/cos:InitiateMultipartUpload',
  'name/cos:UploadPart',
  'name/cos:ListParts',
  'name/cos:ListMultipartUploads',
  'name/cos:CompleteMultipartUpload',
  'name/cos:AbortMultipartUpload',
];
// How a rename copies more than 5 GB, what details change, and who may read objects. The documents and the SDK name restoring differently.
const CHANGE = [
  'name/cos:PutObjectACL',
  'name/cos:UploadPartCopy',
  'name/cos:PutObjectTagging',
  'name/cos:DeleteObjectTagging',
  'name/cos:PostObjectRestore',
  'name/cos:RestoreObject',
];
const DELETE = ['name/cos:DeleteObject', 'name/cos:DeleteMultipleObjects'];

/**
 * The least that serves a purpose (COS documentation 30580 lists the actions of each feature). Actions are listed one
 * by one: `name/cos:*` must never reach a browser (40265).
 */
export function minimalPolicy(scope: PolicyScope): Policy {
  const below = resource(scope, `${scope.prefix}*`);
  if (scope.purpose === 'share') {
    const objects = (scope.keys ?? []).map((key) => resource(scope, key));
    const action = ['name/cos:GetObject'];
    return policy([{ effect: 'allow', action, resource: objects, condition: versionOnly(scope.versionId) }]);
  }
  if (scope.purpose === 'upload-request') {
    const [place] = scope.keys ?? [];
    if (place?.endsWith('/') === true) return allow('name/cos:PostObject', resource(scope, `${place}*`));
    if (place !== undefined) return allow('name/cos:PutObject', resource(scope, place));
    return policy([{ effect: 'allow', action: WRITE, resource: [below] }]);
  }
  return policy([
    { effect: 'allow', action: actionsOf(scope), resource: [below] },
    // The bucket itself has an empty path, which a prefix does not cover. Whether it keeps versions decides what
    // replacing an object means.
    {
      effect: 'allow',
      action: ['name/cos:HeadBucket', 'name/cos:GetBucketVersioning'],
      resource: [resource(scope, '')],
    },
  ]);
}

/** Every action the policy allows, for the `permissions` of the answer: the app greys out the others. */
export function permissionsOf({ statement }: Policy): string[] {
  return [...new Set(statement.flatMap(({ action }) => action))];
}

function actionsOf({ purpose, mayDelete }: PolicyScope): string[] {
  return [
    'name/cos:GetBucket',
    ...READ,
    ...(purpose === 'upload' ? [...WRITE, ...CHANGE] : []),
    // Looking around never needs the right to destroy: it comes with the keys for writing.
    ...(purpose === 'upload' && mayDelete ? DELETE : []),
  ];
}

/**
 * Parameters that are not signed can be added to a link, so it is the key that must not open other versions. A request
 * without `versionId`, or with an empty one, is about the latest (COS documentation 46206).
 */
function versionOnly(versionId: string | undefined): NonNullable<PolicyStatement['condition']> {
  if (versionId !== undefined) return { string_equal: { 'cos:versionid': versionId } };
  return { string_equal_if_exist: { 'cos:versionid': '' } };
}

function allow(action: string, where: string): Policy {
  return policy([{ effect: 'allow', action: [action], resource: [where] }]);
}

function policy(statement: readonly PolicyStatement[]): Policy {
  return { version: '2.0', statement };
}

function resource({ bucket, region }: PolicyScope, path: string): string {
  const appId = bucket.slice(bucket.lastIndexOf('-') + 1);
  return `qcs::cos:${region}:uid/${appId}:${bucket}/${path}`;
}
