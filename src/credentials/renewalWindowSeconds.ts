/**
 * Keys with less than this left are replaced before they are used: a fifth of their life, and at least a minute or,
 * for very short ones, a quarter.
 *
 * @param lifeSeconds what they had left when they were handed to us: an endpoint that caches keys gives old ones
 */
export function renewalWindowSeconds(lifeSeconds: number): number {
  return Math.max(0.2 * lifeSeconds, Math.min(60, 0.25 * lifeSeconds));
}

/**
 * What "at least `minimumSeconds` more" can mean for keys with this life. Longer than keys ever live would ask the
 * endpoint before every request, so it means "nearly fresh".
 */
export function effectiveMinimumSeconds(lifeSeconds: number, minimumSeconds: number | undefined): number {
  const window = renewalWindowSeconds(lifeSeconds);
  if (minimumSeconds === undefined) return window;
  return Math.min(Math.max(minimumSeconds, window), 0.75 * lifeSeconds);
}
