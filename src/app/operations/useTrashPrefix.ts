import { useStore } from 'zustand';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Prefix } from '#cos/objectKey.ts';
import { useServices } from '../Services.ts';
import { trashPrefix } from './trashPaths.ts';

/** Where deleted objects of a connection go: where the person wants, or else where the deployment says. */
export function useTrashPrefix(connection: Connection): Prefix {
  const { preferences } = useServices();
  return trashPrefix(
    connection,
    useStore(preferences.store, ({ trash }) => trash),
  );
}
