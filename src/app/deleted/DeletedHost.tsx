import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { DeletedActions } from '#bucket-browser/deleted/DeletedActions.ts';
import type { DeletedInPlace } from '#bucket-browser/deleted/DeletedInPlace.ts';
import type { DeletedItem } from '#bucket-browser/deleted/DeletedItem.ts';
import { DeletedList, type DeletedListProps } from '#bucket-browser/deleted/DeletedList.tsx';
import { useIsKept } from '#bucket-browser/deleted/useIsKept.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { DELIMITER, type Prefix } from '#cos/objectKey.ts';
import { isOver, type OperationKind, type OperationRoot } from '#operations/OperationState.ts';
import { moveTo } from '../place/moveTo.ts';
import type { PlaceParams } from '../place/PlaceParams.ts';
import { useServices } from '../Services.ts';
import { useActions } from '../useActions.ts';
import { deletedPages } from './deletedPages.ts';

export interface DeletedHostProps extends Omit<DeletedListProps, 'actions' | 'isKept'> {
  readonly connection: Connection;
  readonly place: PlaceParams;
  readonly deleted: DeletedInPlace;
}

/** After these something may have been deleted, or may be there again. */
const CHANGES: ReadonlySet<OperationKind> = new Set(['delete', 'move', 'trash', 'restore', 'bringBack', 'purge']);

/** Gives the list of what was deleted what it needs of the services. */
export function DeletedHost({ connection, place, deleted, ...props }: DeletedHostProps) {
  const { cosFor, operations } = useServices();
  const router = useRouter();
  const { change } = useActions(connection);
  const isKept = useIsKept(deleted, true);
  const revision = useStore(operations.store, (all) =>
    all.flatMap(({ id, kind, state }) => (CHANGES.has(kind) && isOver(state) ? [id] : [])).join(' '),
  );
  const pages = useMemo<DeletedActions['pages']>(
    () => (prefix, isDeep, signal) => deletedPages(cosFor(connection.id), prefix, isDeep, signal),
    [cosFor, connection.id],
  );
  const inside = (prefix: Prefix): PlaceParams => ({ ...moveTo(place, connection.id, prefix), deleted: '1' });
  const run = (kind: 'bringBack' | 'purge', items: readonly DeletedItem[]): void =>
    change({ kind, roots: items.map(rootOf) }, items);
  return (
    <DeletedList
      {...props}
      isKept={isKept}
      actions={{
        pages,
        revision,
        hrefFor: (prefix) => router.buildLocation({ to: '/', search: inside(prefix) }).href,
        onOpenPrefix: (prefix) => void router.navigate({ to: '/', search: inside(prefix) }),
        onBringBack: (items) => run('bringBack', items),
        onPurge: (items) => run('purge', items),
        onClose: () => deleted.onShow(false),
      }}
    />
  );
}

function rootOf({ type, id }: DeletedItem): OperationRoot {
  return { from: id, ...(type === 'object' && id.endsWith(DELIMITER) ? { isOnlyMarker: true } : {}) };
}
