import type { Connection } from '#config/DeploymentConfig.ts';
import { createTurnstile } from '#lib/createTurnstile.ts';
import { fileKind } from '#lib/fileKind.ts';
import { wait } from '#lib/wait.ts';
import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';

/** Requests at once: few enough that a person's next click never waits for one. */
const AT_ONCE = 3;
/** Who scrolls past does not want it. */
const REST_MS = 120;
/** Small pictures kept, some 10 kB each; the one looked at longest ago goes first. */
const KEPT = 400;

/** A small picture of an object of a connection; undefined where there is none to be had. */
export type DrawThumbnailOf = (
  connection: Connection,
  object: ListedObjectEntry,
  signal: AbortSignal,
) => Promise<Blob | undefined>;

/**
 * Small pictures, a few at a time, each fetched once; a failure is not remembered.
 *
 * @param read fetches and draws one
 */
export function createThumbnails(read: DrawThumbnailOf): DrawThumbnailOf {
  const inTurn = createTurnstile(AT_ONCE);
  const kept = new Map<string, Blob | undefined>();

  function keep(id: string, picture: Blob | undefined): void {
    kept.delete(id);
    kept.set(id, picture);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
  }

  return async (connection, object, signal) => {
    if (!mayBePicture(object, connection)) return undefined;
    // Another version of the object is another picture.
    const id = JSON.stringify([connection.id, object.key, object.etag]);
    if (kept.has(id)) {
      const known = kept.get(id);
      keep(id, known);
      return known;
    }
    await wait(REST_MS, signal);
    return inTurn(async () => {
      const picture = await read(connection, object, signal);
      keep(id, picture);
      return picture;
    }, signal);
  };
}

/** Images that browsers do not decode; and SVG, which is a document. */
const NOT_DRAWN = /\.(?:svg|psd|tiff?|hei[cf])$/i;
/** Of those, what COS makes a thumbnail of. */
const PROCESSED = /\.hei[cf]$/i;

/** Names may lie, so this decides about asking and not about what comes. What is archived cannot be read at all. */
function mayBePicture(
  { name, sizeBytes, storageClass }: ListedObjectEntry,
  { thumbnails }: Pick<Connection, 'thumbnails'>,
): boolean {
  if (thumbnails === 'off' || sizeBytes === 0 || storageClass.includes('ARCHIVE')) return false;
  const isDrawn = !NOT_DRAWN.test(name) || (thumbnails === 'image-processing' && PROCESSED.test(name));
  return fileKind(name) === 'image' && isDrawn;
}
