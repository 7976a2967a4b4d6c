import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { isAddressable } from '#cos/objectKey.ts';
import { signedTarget } from '#cos/signedTarget.ts';
import type { TemporaryCredentials } from '#credentials/CredentialsProvider.ts';
import { FailureError } from '#lib/FailureError.ts';
import { linkWindow, type LinkWindow } from './linkWindow.ts';

export interface PresignedGet extends Pick<LinkWindow, 'expiresAt' | 'limitedBy'> {
  readonly url: string;
}

/**
 * A URL that lets anybody GET one object until `expiresAt`. Signed are the method, the host, the exact key and every
 * query parameter: with any of them changed it is refused. How long it lives: `[Note: A link lives from now]`.
 *
 * @param now milliseconds since 1970, by the bucket's clock
 * @param query `response-*` parameters, decoded
 * @param origin one of the bucket's; default: the preferred one
 * @throws FailureError `UnsafeKey`
 */
export async function presignGet(
  connection: Connection,
  key: string,
  query: Readonly<Record<string, string>>,
  keys: TemporaryCredentials,
  now: number,
  lifeSeconds: number,
  origin = bucketOrigins(connection)[0] ?? '',
): Promise<PresignedGet> {
  assertLinkable(key);
  const { window, expiresAt, limitedBy } = linkWindow(now, lifeSeconds, keys);
  const { url } = await signedTarget(origin, { method: 'GET', placement: 'query', key, query }, keys, window);
  return { url, expiresAt, limitedBy };
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
