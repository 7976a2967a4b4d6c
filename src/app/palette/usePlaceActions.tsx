import { useRouter } from '@tanstack/react-router';
import { ClockFading, Database, Eraser, Star, Trash2 } from 'lucide-react';
import { useStore } from 'zustand';
import { placeName } from '#bucket-browser/placeName.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Prefix } from '#cos/objectKey.ts';
import { palette as en } from '#text/en/palette.ts';
import { useTopic } from '#text/useTopic.ts';
import { palette as zh } from '#text/zh/palette.ts';
import type { MenuAction, MenuGroup } from '#ui/ActionMenu.tsx';
import { useTrashPrefix } from '../operations/useTrashPrefix.ts';
import { isSamePlace, type KnownPlace } from '../place/createPlaceMemory.ts';
import { useServices } from '../Services.ts';

/** The places one may jump to: those of connections that are still there. */
export function usePlaceActions(connection: Connection, prefix: Prefix): MenuGroup {
  const { places, connections } = useServices();
  const router = useRouter();
  const words = useTopic({ en, zh });
  const { favourites, recent } = useStore(places.store);
  const all = useStore(connections.store);
  const trash = useTrashPrefix(connection);
  const here = { connectionId: connection.id, prefix };
  const go = (place: KnownPlace) => () =>
    void router.navigate({ to: '/', search: { c: place.connectionId, p: place.prefix } });

  function action(kind: string, Icon: typeof Star, place: KnownPlace): readonly MenuAction[] {
    const owner = connections.withId(place.connectionId);
    if (owner === undefined || !place.prefix.startsWith(owner.prefix)) return [];
    const label = placeName({ connectionLabel: owner.label, rootPrefix: owner.prefix, prefix: place.prefix });
    const id = `${kind} ${place.connectionId} ${place.prefix}`;
    return [{ id, label, icon: <Icon size={16} />, onAction: go(place) }];
  }

  const isFavourite = (place: KnownPlace): boolean => favourites.some((other) => isSamePlace(other, place));
  const others = recent.filter((place) => !isSamePlace(place, here) && !isFavourite(place));
  return {
    title: words.places,
    actions: [
      ...favourites.flatMap((place) => action('favourite', Star, place)),
      ...others.flatMap((place) => action('recent', ClockFading, place)),
      ...all
        .filter(({ id }) => id !== connection.id)
        .map(({ id, label, prefix: root }) => ({
          id: `connection ${id}`,
          label: words.switchTo(label),
          icon: <Database size={16} />,
          onAction: go({ connectionId: id, prefix: root }),
        })),
      {
        id: 'trash',
        label: words.openTrash,
        icon: <Trash2 size={16} />,
        onAction: go({ connectionId: connection.id, prefix: trash }),
      },
      ...(recent.length === 0
        ? []
        : [
            {
              id: 'forget-recent',
              label: words.forgetRecent,
              icon: <Eraser size={16} />,
              onAction: () => places.forgetRecent(),
            },
          ]),
    ],
  };
}
