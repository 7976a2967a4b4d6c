import type { Connection } from '#config/DeploymentConfig.ts';
import { allowsAction } from '#credentials/allowsAction.ts';
import type { CredentialsProvider, KnownPermissions } from '#credentials/CredentialsProvider.ts';
import { toFailure, type Failure } from '#lib/Failure.ts';

/** Any one of them sends a file. */
export const UPLOAD_ACTIONS = [
  'name/cos:PutObject',
  'name/cos:PostObject',
  'name/cos:InitiateMultipartUpload',
] as const;

/** Why nothing can be uploaded to a connection; undefined when it can, or when nobody knows in time. */
export type UploadGuard = (connection: Connection) => Promise<Failure | undefined>;

/** A key service that takes longer is waited for in the dock, where it has a name and a button. */
const ANSWER_WITHIN_MS = 1500;

/**
 * Asks before anything is queued: thousands of files that each fail for want of the same right help nobody. The keys it
 * asks for are those the upload needs next, so the question costs nothing.
 */
export function createUploadGuard(parts: {
  readonly credentials: Pick<CredentialsProvider, 'get'> & Pick<KnownPermissions, 'permissionsOf'>;
  readonly setTimeout: (callback: () => void, delayMs: number) => unknown;
}): UploadGuard {
  const { credentials } = parts;
  return async (connection) => {
    if (connection.access === 'anonymous') {
      return { kind: 'local', code: 'NeedsKeys', message: 'An anonymous connection only reads' };
    }
    if (credentials.permissionsOf(connection, 'upload') === undefined) {
      const refused = credentials.get(connection, { purpose: 'upload' }).then(() => undefined, refusalOf);
      const patience = new Promise<undefined>((resolve) =>
        parts.setTimeout(() => resolve(undefined), ANSWER_WITHIN_MS),
      );
      const failure = await Promise.race([refused, patience]);
      if (failure !== undefined) return failure;
    }
    const permissions = credentials.permissionsOf(connection, 'upload');
    if (UPLOAD_ACTIONS.some((action) => allowsAction(permissions, action))) return undefined;
    return {
      kind: 'credentials',
      code: 'AccessDenied',
      message: `The keys for uploading to ${connection.bucket} do not include ${UPLOAD_ACTIONS[0]}`,
      facts: { action: UPLOAD_ACTIONS[0], bucket: connection.bucket },
    };
  };
}

/** A service that says no means it; any other trouble may pass, and uploads wait for that. */
function refusalOf(error: unknown): Failure | undefined {
  const failure = toFailure(error);
  return failure.code === 'EndpointRefused' ? failure : undefined;
}
