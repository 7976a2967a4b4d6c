import type { CosClient } from '#cos/CosClient.ts';
import { createThumbnails, type DrawThumbnailOf } from '../thumbnails/createThumbnails.ts';
import { readThumbnail } from '../thumbnails/readThumbnail.ts';

/** The pictures of the grid view. */
export function drawThumbnails(cosFor: (connectionId: string) => CosClient): DrawThumbnailOf {
  return createThumbnails((connection, object, signal) =>
    readThumbnail(cosFor(connection.id), connection, object, signal),
  );
}
