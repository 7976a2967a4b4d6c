import { useSyncExternalStore } from 'react';
import type { DeniedActions } from '#bucket-browser/whatCanBeDone.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { useText } from '#text/useText.ts';
import { deniedActions } from './deniedActions.ts';
import { useServices } from './Services.ts';

/** What the keys of a connection may not do, as soon as that is known. */
export function useDenied(connection: Connection): DeniedActions {
  const { permissions } = useServices();
  const text = useText();
  useSyncExternalStore(permissions.onMoreKnown, () => permissions.permissionsOf(connection, 'browse'));
  useSyncExternalStore(permissions.onMoreKnown, () => permissions.permissionsOf(connection, 'upload'));
  return deniedActions(connection, permissions, text);
}
