import { useSyncExternalStore } from 'react';
import type { DeniedActions } from '#bucket-browser/whatCanBeDone.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Prefix } from '#cos/objectKey.ts';
import { useText } from '#text/useText.ts';
import { deniedActions } from './deniedActions.ts';
import { useServices } from './Services.ts';

/** What the keys of a connection may not do in a folder, as soon as that is known. */
export function useDenied(connection: Connection, folder: Prefix): DeniedActions {
  const { permissions } = useServices();
  const text = useText();
  useSyncExternalStore(permissions.onMoreKnown, permissions.revision);
  return deniedActions(connection, folder, permissions, text);
}
