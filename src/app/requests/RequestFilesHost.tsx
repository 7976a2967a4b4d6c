import { useState } from 'react';
import type { Connection } from '#config/DeploymentConfig.ts';
import { baseName, type Prefix } from '#cos/objectKey.ts';
import { createRemembered } from '#lib/createRemembered.ts';
import { UploadRequestDialog } from '#share-dialog/UploadRequestDialog.tsx';
import { displayName } from '#text/displayName.ts';
import { useServices } from '../Services.ts';
import { useKeepsVersions } from '../uploads/useKeepsVersions.ts';
import { createRequestMemory } from './createRequestMemory.ts';
import { REQUESTS_KEPT_AS } from './requestsKeptAs.ts';

export interface RequestFilesHostProps {
  readonly connection: Connection;
  readonly folder: Prefix;
  readonly onClose: () => void;
}

/** Gives the dialog for an upload request what it needs of the services, and remembers what was made. */
export function RequestFilesHost({ connection, folder, onClose }: RequestFilesHostProps) {
  const { uploadRequest, clock } = useServices();
  const [memory] = useState(() => createRequestMemory(createRemembered(REQUESTS_KEPT_AS)));
  const keepsVersions = useKeepsVersions(connection.id);
  const title = folder === connection.prefix ? connection.label : baseName(folder);
  return (
    <UploadRequestDialog
      folderName={displayName(title).text || connection.label}
      keepsVersions={keepsVersions}
      make={async (wish, signal) => {
        const made = await uploadRequest(connection, { ...wish, folder, title }, signal);
        const { prefix, expiresAt } = made;
        memory.add({ connectionId: connection.id, prefix, title, note: wish.note, expiresAt });
        return { ...made, url: `${new URL('.', document.baseURI).href}#${made.fragment}` };
      }}
      now={() => clock.now()}
      onClose={onClose}
    />
  );
}
