import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { isAddressable } from '#cos/objectKey.ts';
import { signedTarget, signingWindow } from '#cos/signedTarget.ts';
import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { FailureError } from '#lib/FailureError.ts';

/**
 * The signature ends this much before the keys do, so that it is the shown end that ends the link, with COS's plain
 * "Request has expired".
 */
const MARGIN_SECONDS = 5;

export interface PresignedGet {
  readonly url: string;
  readonly expiresAt: Date;
  /** Whether the asked life or the keys decided `expiresAt`. */
  readonly limitedBy: 'asked' | 'credentials';
}

/**
 * A URL that lets anybody GET one object until `expiresAt`. Signed are the method, the host, the exact key and every
 * query parameter: with any of them changed it is refused.
 *
 * [Note: A link lives from now] Its window starts now and not when the keys were made, and ends with the asked life or
 * with the keys, whichever is first; both are told. Times are the bucket's (`ServerClock`).
 *
 * @param now milliseconds since 1970, by the bucket's clock
 * @param query `response-*` parameters, decoded
 * @throws FailureError `UnsafeKey`
 */
export async function presignGet(
  connection: Connection,
  key: string,
  query: Readonly<Record<string, string>>,
  keys: TemporaryCredentials,
  now: number,
  lifeSeconds: number,
): Promise<PresignedGet> {
  assertLinkable(key);
  const [origin = ''] = bucketOrigins(connection);
  const keysEnd = new Date(keys.expiresAt.getTime() - MARGIN_SECONDS * 1000);
  const window = signingWindow(now, lifeSeconds, keysEnd);
  const { url } = await signedTarget(origin, { method: 'GET', placement: 'query', key, query }, keys, window);
  const isLimited = window.endSeconds < Math.floor(now / 1000) + lifeSeconds;
  return { url, expiresAt: new Date(window.endSeconds * 1000), limitedBy: isLimited ? 'credentials' : 'asked' };
}

/** @throws FailureError `UnsafeKey` for a key whose URL would name something else */
export function assertLinkable(key: string): void {
  if (isAddressable(key)) return;
  throw new FailureError({
    kind: 'local',
    code: 'UnsafeKey',
    message: 'A link to this key would open something else',
    facts: { key },
  });
}
