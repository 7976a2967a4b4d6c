import { useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { DeletedInPlace } from '#bucket-browser/deleted/DeletedInPlace.ts';
import type { DeletedItem } from '#bucket-browser/deleted/DeletedItem.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { DELIMITER, type Prefix } from '#cos/objectKey.ts';
import { isOver, type OperationKind, type OperationRoot } from '#operations/OperationState.ts';
import { moveTo } from '../place/moveTo.ts';
import type { PlaceParams } from '../place/PlaceParams.ts';
import { useServices } from '../Services.ts';
import { useActions } from '../useActions.ts';
import { useVersioning } from '../uploads/useVersioning.ts';

/** After these something may have been deleted, or may be there again. */
const CHANGES: ReadonlySet<OperationKind> = new Set(['delete', 'move', 'trash', 'restore', 'bringBack', 'purge']);

/** What was deleted in the folder on screen: whether the page's address shows it, and what a person's intents become. */
export function useDeleted(connection: Connection, place: PlaceParams): DeletedInPlace {
  const { cosFor, operations } = useServices();
  const router = useRouter();
  const { change } = useActions(connection);
  const isShown = place.deleted === '1';
  const [isNear, setIsNear] = useState(false);
  const isKept = useVersioning(isNear || isShown ? connection.id : undefined);
  const revision = useStore(operations.store, (all) =>
    isShown ? all.flatMap(({ id, kind, state }) => (CHANGES.has(kind) && isOver(state) ? [id] : [])).join(' ') : '',
  );
  const onNear = useCallback(() => setIsNear(true), []);
  const pages = useMemo<DeletedInPlace['pages']>(
    () => async (prefix, isDeep, signal) => {
      const { deletedPages } = await import('./deletedPages.ts');
      return deletedPages(cosFor(connection.id), prefix, isDeep, signal);
    },
    [cosFor, connection.id],
  );
  const inside = (prefix: Prefix): PlaceParams => ({ ...moveTo(place, connection.id, prefix), deleted: '1' });
  const run = (kind: 'bringBack' | 'purge', items: readonly DeletedItem[]): void =>
    change({ kind, roots: items.map(rootOf) }, items);
  return {
    isShown,
    isKept,
    onNear,
    pages,
    revision,
    onShow: (shows) => {
      const { deleted: _before, preview: _looked, ...rest } = router.state.location.search;
      void router.navigate({ to: '/', search: { ...rest, ...(shows ? ({ deleted: '1' } as const) : {}) } });
    },
    hrefFor: (prefix) => router.buildLocation({ to: '/', search: inside(prefix) }).href,
    onOpenPrefix: (prefix) => void router.navigate({ to: '/', search: inside(prefix) }),
    onBringBack: (items) => run('bringBack', items),
    onPurge: (items) => run('purge', items),
  };
}

function rootOf({ type, id }: DeletedItem): OperationRoot {
  return { from: id, ...(type === 'object' && id.endsWith(DELIMITER) ? { isOnlyMarker: true } : {}) };
}
