import type { Connection } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { collectBytes } from '#lib/collectBytes.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import { drawSmall } from '#viewers/drawSmall.ts';
import { sniffBytes } from '#viewers/sniffBytes.ts';

/** Read for one picture, at most: a larger object would cost a person more traffic than its icon is worth. */
const MOST_BYTES = 2 * 1024 * 1024;
/** What image processing takes (COS documentation 36366). */
const MOST_PROCESSED_BYTES = 32 * 1024 * 1024;
/** Sharp in a tile on a screen with two pixels for one. */
const SIDE = 384;

export type ThumbnailCos = Pick<CosClient, 'getObject' | 'getThumbnail'>;

/**
 * A small picture of an image; undefined where there is none to be had. One attempt, behind everything else that wants a
 * connection.
 *
 * [Note: A thumbnail is pixels] What the object is, its bytes say, also those of a thumbnail that COS made. Only raster
 * formats are decoded, within bounds, and drawn again: an SVG stays a file with an icon.
 *
 * @throws CosError, the signal's reason
 */
export async function readThumbnail(
  cos: ThumbnailCos,
  { thumbnails }: Pick<Connection, 'thumbnails'>,
  { key, sizeBytes }: ListedObjectEntry,
  signal: AbortSignal,
): Promise<Blob | undefined> {
  const options = { signal, priority: 'background' } as const;
  const fromObject = async (): Promise<Blob | undefined> =>
    sizeBytes > MOST_BYTES ? undefined : draw((await cos.getObject({ key, asStored: true }, options)).body);
  if (thumbnails !== 'image-processing' || sizeBytes > MOST_PROCESSED_BYTES) return fromObject();
  try {
    const picture = await draw(await cos.getThumbnail({ key, side: SIDE }, options));
    if (picture !== undefined) return picture;
  } catch (error) {
    if (signal.aborted) throw error;
    // A format it does not take, or a bucket without it: the object itself may do.
  }
  return fromObject();
}

async function draw(body: ReadableStream<Uint8Array>): Promise<Blob | undefined> {
  const bytes = await collectBytes(body, 0, MOST_BYTES);
  const found = sniffBytes(bytes);
  return found.kind === 'image' ? drawSmall(bytes, found.type, SIDE) : undefined;
}
