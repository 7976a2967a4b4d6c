import { useCallback } from 'react';
import type { DrawThumbnail } from '#bucket-browser/DrawThumbnail.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { useServices } from '../Services.ts';

/** Draws thumbnails of a connection's objects; none where the keys may not read them. */
export function useDrawThumbnail(connection: Connection, mayRead: boolean): DrawThumbnail {
  const { drawThumbnail } = useServices();
  return useCallback(
    (object, signal) => (mayRead ? drawThumbnail(connection, object, signal) : Promise.resolve(undefined)),
    [connection, drawThumbnail, mayRead],
  );
}
