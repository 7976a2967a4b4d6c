import { useRouter } from '@tanstack/react-router';
import { useStore } from 'zustand';
import { GoToDialog, type JumpTarget } from '#bucket-browser/GoToDialog.tsx';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Prefix } from '#cos/objectKey.ts';
import { useServices } from '../Services.ts';
import type { KnownPlace } from './createPlaceMemory.ts';
import { useGoTo } from './useGoTo.ts';

export interface PlaceDialogProps {
  readonly connection: Connection;
  readonly prefix: Prefix;
  readonly onArrived: () => void;
  readonly onClose: () => void;
}

/** The places one may jump to: those of connections that are still there. */
export function PlaceDialog({ connection, prefix, onArrived, onClose }: PlaceDialogProps) {
  const { places, connections } = useServices();
  const router = useRouter();
  const goTo = useGoTo(connection, onArrived);
  const { favourites, recent } = useStore(places.store);

  function target({ connectionId, prefix: known }: KnownPlace): readonly JumpTarget[] {
    const owner = connections.withId(connectionId);
    if (owner === undefined || !known.startsWith(owner.prefix)) return [];
    return [{ connectionId, connectionLabel: owner.label, rootPrefix: owner.prefix, prefix: known }];
  }

  return (
    <GoToDialog
      path={`/${prefix.slice(connection.prefix.length)}`}
      favourites={favourites.flatMap(target)}
      recent={recent.filter((place) => place.connectionId !== connection.id || place.prefix !== prefix).flatMap(target)}
      onGo={goTo}
      onJump={({ connectionId, prefix: chosen }) =>
        void router.navigate({ to: '/', search: { c: connectionId, p: chosen } })
      }
      onForgetRecent={() => places.forgetRecent()}
      onClose={onClose}
    />
  );
}
