import type { Connection } from '#config/DeploymentConfig.ts';
import { baseName, type Prefix } from '#cos/objectKey.ts';
import { displayName } from '#text/displayName.ts';
import { UploadLinkDialog } from './lazyParts.ts';
import { useNoteLink } from './links/useNoteLink.ts';
import { useServices } from './Services.ts';

export interface UploadLinkHostProps {
  readonly connection: Connection;
  readonly prefix: Prefix;
  readonly isNameTaken: (name: string) => boolean;
  readonly onClose: () => void;
}

/** Gives the dialog for an upload link what it needs of the services. */
export function UploadLinkHost({ connection, prefix, isNameTaken, onClose }: UploadLinkHostProps) {
  const { uploadLink, clock } = useServices();
  const noteLink = useNoteLink(connection.id);
  return (
    <UploadLinkDialog
      place={displayName(baseName(prefix)).text || connection.label}
      isTaken={isNameTaken}
      onMade={(name, { expiresAt }) => noteLink({ kind: 'upload', keys: [prefix + name], expiresAt })}
      createLink={(name, lifeSeconds) => uploadLink(connection, prefix + name, lifeSeconds)}
      now={() => clock.now()}
      onClose={onClose}
    />
  );
}
