import type { DeniedActions } from '#bucket-browser/whatCanBeDone.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { allowsAction } from '#credentials/allowsAction.ts';
import type { KnownPermissions } from '#credentials/CredentialsProvider.ts';
import { UPLOAD_ACTIONS } from './uploads/createUploadGuard.ts';
import type { Text } from '#text/Text.ts';

/**
 * What the keys of a connection may not do, with the reason to show. Only what is known for certain: keys for writing
 * are fetched at the first write, and until then the bucket decides.
 */
export function deniedActions(
  connection: Connection,
  known: Pick<KnownPermissions, 'permissionsOf'>,
  text: Text,
): DeniedActions {
  if (connection.access === 'anonymous') {
    const { title } = text.failure({ kind: 'local', code: 'NeedsKeys', message: '' });
    return { upload: title, share: title, delete: title };
  }
  const reason = (purpose: 'browse' | 'upload', ...actions: readonly [string, ...string[]]): string | undefined => {
    const permissions = known.permissionsOf(connection, purpose);
    return actions.some((action) => allowsAction(permissions, action)) ? undefined : text.t.keyLacks(actions[0]);
  };
  return {
    upload: reason('upload', ...UPLOAD_ACTIONS),
    download: reason('browse', 'name/cos:GetObject'),
    share: reason('browse', 'name/cos:GetObject'),
    delete: reason('upload', 'name/cos:DeleteObject', 'name/cos:DeleteMultipleObjects'),
  };
}
