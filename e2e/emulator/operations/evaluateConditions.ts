/** The four conditional headers, as sent; an absent or empty one is undefined. */
export interface Conditions {
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
  readonly ifUnmodifiedSince: string | undefined;
}

/**
 * Judges an object by the conditions of a request, in the order of RFC 9110 13.2.2: `If-Match`, and only without it
 * `If-Unmodified-Since`; then `If-None-Match`, and only without it `If-Modified-Since`. A date that cannot be read is
 * ignored. An ETag counts only in its quotes, as COS writes it.
 *
 * @param etag without quotes
 * @param lastModified milliseconds since 1970; compared in whole seconds, the precision of the header
 * @returns 'failed' → 412, 'notModified' → 304 (412 for a copy source)
 */
export function evaluateConditions(
  conditions: Conditions,
  { etag, lastModified }: { readonly etag: string; readonly lastModified: number },
): 'passed' | 'notModified' | 'failed' {
  const { ifMatch, ifNoneMatch } = conditions;
  const seconds = Math.floor(lastModified / 1000);
  const unmodifiedSince = secondsOf(conditions.ifUnmodifiedSince);
  const modifiedSince = secondsOf(conditions.ifModifiedSince);

  if (ifMatch !== undefined) {
    if (!names(ifMatch, etag)) return 'failed';
  } else if (unmodifiedSince !== undefined && seconds > unmodifiedSince) return 'failed';

  if (ifNoneMatch !== undefined) {
    if (names(ifNoneMatch, etag)) return 'notModified';
  } else if (modifiedSince !== undefined && seconds <= modifiedSince) return 'notModified';

  return 'passed';
}

function names(header: string, etag: string): boolean {
  return header.split(',').some((candidate) => ['*', `"${etag}"`].includes(candidate.trim()));
}

function secondsOf(date: string | undefined): number | undefined {
  const milliseconds = Date.parse(date ?? '');
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}
