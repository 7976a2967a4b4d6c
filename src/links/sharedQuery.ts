import { baseName } from '#cos/objectKey.ts';
import { linkQuery } from './linkQuery.ts';

/**
 * The parameters every link of a share is signed with; both sides compute them from the key. The bytes come as they are
 * stored, so that sizes, ranges and checksums are about the same bytes, and never as something a browser would open.
 */
export function sharedQuery(key: string) {
  return {
    ...linkQuery({ disposition: 'attachment', fileName: baseName(key) }),
    'response-content-encoding': 'identity',
  } satisfies Record<string, string>;
}
