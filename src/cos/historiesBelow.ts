import { FailureError } from '#lib/FailureError.ts';
import type { ListObjectVersionsInput, ListObjectVersionsOutput } from './CosCalls.ts';
import type { ObjectVersion } from './CosObject.ts';
import type { ObjectKey, Prefix } from './objectKey.ts';

/** All states an object had, newest first. */
export interface KeyHistory {
  readonly key: ObjectKey;
  readonly versions: readonly ObjectVersion[];
}

export interface HistoryPage {
  readonly histories: readonly KeyHistory[];
  /** With a delimiter: what was folded at it, whether or not anything in there can still be seen. */
  readonly commonPrefixes: readonly Prefix[];
}

/**
 * Every key below a prefix with its versions and delete markers, page by page. A key whose versions go on in the next
 * page is told with that page, whole.
 *
 * @param list one page of GET Bucket Object versions (COS documentation 31551)
 * @throws FailureError `ListingBroken` when the marker does not move on
 */
export async function* historiesBelow(
  list: (input: ListObjectVersionsInput) => Promise<ListObjectVersionsOutput>,
  input: Omit<ListObjectVersionsInput, 'keyMarker' | 'versionIdMarker'>,
): AsyncGenerator<HistoryPage> {
  let after: Pick<ListObjectVersionsInput, 'keyMarker' | 'versionIdMarker'> = {};
  let open: ObjectVersion[] = [];
  for (;;) {
    const page = await list({ ...input, ...after });
    const histories: KeyHistory[] = [];
    for (const version of page.versions) {
      const [first] = open;
      if (first !== undefined && first.key !== version.key) {
        histories.push({ key: first.key, versions: open });
        open = [];
      }
      open.push(version);
    }
    const { nextKeyMarker: keyMarker, nextVersionIdMarker: versionIdMarker } = page;
    const isLast = keyMarker === undefined;
    const [first] = open;
    if (first !== undefined && (isLast || keyMarker !== first.key)) {
      histories.push({ key: first.key, versions: open });
      open = [];
    }
    yield { histories, commonPrefixes: page.commonPrefixes ?? [] };
    if (isLast) return;
    if (keyMarker === after.keyMarker && versionIdMarker === after.versionIdMarker) {
      const message = 'The listing does not move on';
      throw new FailureError({ kind: 'integrity', code: 'ListingBroken', message, facts: { key: input.prefix } });
    }
    after = { keyMarker, ...(versionIdMarker === undefined ? {} : { versionIdMarker }) };
  }
}
