import type { Connection } from '#config/DeploymentConfig.ts';
import type { CredentialsProvider } from '#credentials/CredentialsProvider.ts';
import type { Failure } from '#lib/Failure.ts';
import type { DeleteObjectsOutput } from './CosCalls.ts';
import type { CosRequest } from './CosRequest.ts';
import { DELIMITER, parentPrefix, type Prefix } from './objectKey.ts';

/** Tells the keeper of the keys what the bucket lets them do, so that nobody offers what was refused. */
export interface RightsNote {
  served(request: CosRequest): void;
  refused(request: CosRequest, failure: Failure): void;
  /** DELETE Multiple Objects judges each key by itself. */
  deleted(output: DeleteObjectsOutput): void;
}

const DELETE = 'name/cos:DeleteObject';

export function createRightsNote(connection: Connection, credentials: CredentialsProvider): RightsNote {
  const note = ({ action, purpose }: Pick<CosRequest, 'action' | 'purpose'>, folder: Prefix, wasGranted: boolean) =>
    credentials.noteRight?.(connection, purpose, { action, folder }, wasGranted);
  return {
    served: (request) => note(request, folderOf(request), request.asksWhy !== true),
    refused(request, { code, facts }) {
      // A refused HEAD has no body; the request that asks why tells.
      if (code !== 'AccessDenied' || facts?.action === undefined || request.method === 'HEAD') return;
      note(request, folderOf(request), false);
    },
    deleted({ deleted, errors }) {
      const right = { action: DELETE, purpose: 'upload' } as const;
      for (const folder of new Set(deleted.map(parentPrefix))) note(right, folder, true);
      const refused = errors.filter(({ code }) => code === 'AccessDenied');
      for (const folder of new Set(refused.map(({ key }) => parentPrefix(key)))) note(right, folder, false);
    },
  };
}

/** The folder of the object, or the one that was listed. */
function folderOf({ key, about = key, query = {} }: CosRequest): Prefix {
  if (about !== undefined) return parentPrefix(about);
  const prefix = query['prefix'] ?? '';
  return prefix.slice(0, prefix.lastIndexOf(DELIMITER) + 1);
}
