import { useStore } from 'zustand';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Prefix } from '#cos/objectKey.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import { useServices } from '../Services.ts';
import { useActions } from '../useActions.ts';
import { useDenied } from '../useDenied.ts';
import { useKeepsVersions } from '../uploads/useKeepsVersions.ts';
import { deletingIn } from './createTrashWish.ts';
import { rootsOf } from './rootsFor.ts';
import { isInTrash, rootsIntoTrash } from './trashPaths.ts';
import { useTrashPrefix } from './useTrashPrefix.ts';

/** What deleting these rows means here, and the way to do it. */
export function useDeletion(connection: Connection, prefix: Prefix, entries: readonly ListingEntry[] | undefined) {
  const { trashWish } = useServices();
  const actions = useActions(connection);
  const denied = useDenied(connection, prefix);
  const chosen = useStore(trashWish.store, (state) => state.chosen);
  const keepsVersions = useKeepsVersions(entries === undefined ? undefined : connection.id);
  const place = { prefix: connection.prefix, trash: useTrashPrefix(connection) };
  /** The trash does not go into itself. */
  const others = (entries ?? []).filter((entry) => !isInTrash(place.trash, entry));
  const isTrash = deletingIn(connection, chosen) === 'trash' && others.length > 0 && denied.move === undefined;
  const fate: 'trash' | 'versions' | 'final' = isTrash ? 'trash' : keepsVersions ? 'versions' : 'final';
  return {
    fate,
    remove: (forGood: boolean): void => {
      if (isTrash && !forGood) actions.run('trash', others, rootsIntoTrash(place, others, new Date()));
      else actions.run('delete', entries ?? [], rootsOf(entries ?? []));
    },
  };
}
