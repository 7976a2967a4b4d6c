import type { Connection } from '#config/DeploymentConfig.ts';
import { baseName, type ObjectKey } from '#cos/objectKey.ts';
import { linkOrigins } from '#links/linkOrigins.ts';
import { ShareDialog } from '#share-dialog/ShareDialog.tsx';
import { useServices } from '../Services.ts';
import { useNoteLink } from './useNoteLink.ts';

export interface ShareHostProps {
  readonly connection: Connection;
  readonly objectKey: ObjectKey;
  readonly onClose: () => void;
}

/** Gives the share dialog of one object what it needs of the services, wherever the list is meanwhile. */
export function ShareHost({ connection, objectKey, onClose }: ShareHostProps) {
  const { shareLink, clock } = useServices();
  const noteLink = useNoteLink(connection.id);
  return (
    <ShareDialog
      name={baseName(objectKey)}
      origins={linkOrigins(connection)}
      createLink={(wish, signal) => shareLink(connection, { ...wish, key: objectKey }, signal)}
      now={() => clock.now()}
      onMade={({ expiresAt }) => noteLink({ kind: 'download', keys: [objectKey], expiresAt })}
      onClose={onClose}
    />
  );
}
