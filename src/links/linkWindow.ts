import { signingWindow } from '#cos/signedTarget.ts';
import type { SigningWindow } from '#cos/signer.ts';
import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';

/**
 * The signature ends this much before the keys do, so that it is the shown end that ends the link, with COS's plain
 * "Request has expired".
 */
const MARGIN_SECONDS = 5;

export interface LinkWindow {
  readonly window: SigningWindow;
  /** The moment it really ends, by the bucket's clock. */
  readonly expiresAt: Date;
  /** Whether the asked life or the keys decided `expiresAt`. */
  readonly limitedBy: 'asked' | 'credentials';
}

/**
 * From when to when a link is signed.
 *
 * [Note: A link lives from now] Its window starts now and not when the keys were made, and ends with the asked life or
 * with the keys, whichever is first; both are told. Times are the bucket's (`ServerClock`).
 *
 * @param now milliseconds since 1970, by the bucket's clock
 */
export function linkWindow(
  now: number,
  lifeSeconds: number,
  keys: Pick<TemporaryCredentials, 'expiresAt'>,
): LinkWindow {
  const keysEnd = new Date(keys.expiresAt.getTime() - MARGIN_SECONDS * 1000);
  const window = signingWindow(now, lifeSeconds, keysEnd);
  const isLimited = window.endSeconds < Math.floor(now / 1000) + Math.floor(lifeSeconds);
  return { window, expiresAt: new Date(window.endSeconds * 1000), limitedBy: isLimited ? 'credentials' : 'asked' };
}
