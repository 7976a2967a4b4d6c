import type { BucketLocation } from '#cos/CosObject.ts';
import { CosError } from '#cos/CosError.ts';
import type { Prefix } from '#cos/objectKey.ts';

/** A listing whose marker does not move on would never end. */
export function listingBroken(location: BucketLocation, prefix: Prefix): CosError {
  return new CosError({
    kind: 'integrity',
    code: 'ListingBroken',
    message: 'The listing repeats itself: its marker does not move on',
    facts: { operation: 'ListObjects', key: prefix, ...location },
  });
}
