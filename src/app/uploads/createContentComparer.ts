import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import type { Crc64Hasher } from '#lib/Crc64Hasher.ts';
import { createTurnstile } from '#lib/createTurnstile.ts';
import { compareContents, type Comparison } from '#listing/compareContents.ts';

export interface ContentComparerOptions {
  readonly cosFor: (connectionId: string) => CosClient;
  /** Not the one that verifies transfers: those must not wait behind whole files that are only compared. */
  readonly crc64: Crc64Hasher;
  /** False when the keys are known to lack the right to HEAD. */
  readonly mayRead: (connectionId: string) => boolean;
}

export type ContentComparer = (
  connectionId: string,
  what: { readonly key: ObjectKey; readonly file: Blob },
  signal: AbortSignal,
) => Promise<Comparison>;

/** A few HEADs at a time leave the connections to the bytes. */
const AT_ONCE = 3;

/** Compares files with objects of the same size in the background, for all questions of the page together. */
export function createContentComparer({ cosFor, crc64, mayRead }: ContentComparerOptions): ContentComparer {
  const turnstile = createTurnstile(AT_ONCE);
  return (connectionId, { key, file }, signal) =>
    turnstile(
      async () =>
        mayRead(connectionId)
          ? compareContents({ cos: cosFor(connectionId), crc64 }, { key, file }, signal)
          : { sameness: 'unknown' },
      signal,
    );
}
