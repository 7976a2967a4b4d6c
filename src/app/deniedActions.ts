import type { DeniedActions } from '#bucket-browser/whatCanBeDone.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Prefix } from '#cos/objectKey.ts';
import { allowsAction } from '#credentials/allowsAction.ts';
import type { KnownPermissions } from '#credentials/CredentialsProvider.ts';
import type { Text } from '#text/Text.ts';
import { UPLOAD_ACTIONS } from './uploads/createUploadGuard.ts';

/** Small files and large ones take different ways; without both of these no small one arrives. */
const SMALL_UPLOAD_ACTIONS = ['name/cos:PutObject', 'name/cos:PostObject'] as const;
const COPY_ACTIONS = ['name/cos:PutObjectCopy', 'name/cos:PutObject'] as const;
const DELETE_ACTIONS = ['name/cos:DeleteObject', 'name/cos:DeleteMultipleObjects'] as const;

type Actions = readonly [string, ...string[]];

/**
 * What the keys of a connection may not do in a folder, with the reason to show: what the endpoint's `permissions` leave
 * out, and what the bucket has refused there. Only what is known for certain: keys for writing are fetched at the first
 * write, and until then the bucket decides.
 */
export function deniedActions(
  connection: Connection,
  folder: Prefix,
  known: Pick<KnownPermissions, 'permissionsOf' | 'isRefused'>,
  text: Text,
): DeniedActions {
  if (connection.access === 'anonymous') {
    const { title: only } = text.failure({ kind: 'local', code: 'NeedsKeys', message: '' });
    return {
      upload: only,
      newFolder: only,
      share: only,
      move: only,
      copy: only,
      delete: only,
      edit: only,
      access: only,
      restoreArchived: only,
      seeTags: only,
      seeAccess: only,
      seeVersions: only,
    };
  }
  /** Any one of the actions will do. */
  const lacks = (purpose: 'browse' | 'upload', ...actions: Actions): string | undefined => {
    const permissions = known.permissionsOf(connection, purpose);
    return actions.some((action) => allowsAction(permissions, action)) ? undefined : text.t.keyLacks(actions[0]);
  };
  const refused = (purpose: 'browse' | 'upload', ...actions: Actions): string | undefined =>
    actions.every((action) => known.isRefused(connection, purpose, action, folder))
      ? text.t.keyRefused(actions[0])
      : undefined;
  const denied = (purpose: 'browse' | 'upload', ...actions: Actions): string | undefined =>
    lacks(purpose, ...actions) ?? refused(purpose, ...actions);

  const read = denied('browse', 'name/cos:GetObject');
  const remove = lacks('upload', ...DELETE_ACTIONS) ?? refused('upload', DELETE_ACTIONS[0]);
  const copy =
    lacks('upload', ...COPY_ACTIONS) ??
    refused('upload', COPY_ACTIONS[0]) ??
    denied('upload', 'name/cos:GetObject') ??
    // A copy counts only when it was looked at.
    denied('browse', 'name/cos:HeadObject');
  return {
    upload: lacks('upload', ...UPLOAD_ACTIONS) ?? refused('upload', ...SMALL_UPLOAD_ACTIONS),
    newFolder: denied('upload', 'name/cos:PutObject'),
    download: read,
    share: read,
    copy,
    // A move copies and then deletes.
    move: copy ?? remove,
    delete: remove,
    // Tags have a request of their own; all else is said by a copy onto itself.
    edit: copy && denied('upload', 'name/cos:PutObjectTagging'),
    access: denied('upload', 'name/cos:PutObjectACL'),
    restoreArchived: denied('upload', 'name/cos:PostObjectRestore'),
    // What is only looked at may be asked for again after a refusal.
    seeTags: lacks('browse', 'name/cos:GetObjectTagging'),
    seeAccess: lacks('browse', 'name/cos:GetObjectACL'),
    seeVersions: lacks('browse', 'name/cos:GetBucketObjectVersions'),
  };
}
