import { bucketOrigins } from '#config/bucketOrigins.ts';
import { keyByteLength, MAX_KEY_BYTES } from '#cos/objectKey.ts';
import { signedTarget } from '#cos/signedTarget.ts';
import { FailureError } from '#lib/FailureError.ts';
import { fetchNarrowKeys } from './fetchNarrowKeys.ts';
import type { LinkServices } from './LinkServices.ts';
import { linkWindow } from './linkWindow.ts';
import { assertLinkable } from './presignGet.ts';
import type { ShareLink } from './ShareLink.ts';

/**
 * The request must carry these, as they are signed: without them it is refused. COS then refuses to write over what is
 * there (COS documentation 7749), unless the bucket keeps versions.
 */
export const UPLOAD_LINK_HEADERS = { 'x-cos-forbid-overwrite': 'true' } as const;

export interface CreateUploadLinkOptions extends LinkServices {
  readonly key: string;
  /** Life the person picked, counted from now. */
  readonly lifeSeconds: number;
}

/**
 * A URL to which anybody can PUT one object, once, until `expiresAt`. Method, host, key and `UPLOAD_LINK_HEADERS` are
 * signed. A signature cannot limit how much is sent; COS takes up to 5 GB in one PUT.
 *
 * @throws FailureError `UnsafeKey`, `KeyTooLong` or `NeedsKeys` before any request, or of the endpoint; the signal's
 * reason
 */
export async function createUploadLink(
  { key, lifeSeconds, ...services }: CreateUploadLinkOptions,
  options: { readonly signal?: AbortSignal } = {},
): Promise<ShareLink> {
  assertLinkable(key);
  if (keyByteLength(key) > MAX_KEY_BYTES)
    throw new FailureError({
      kind: 'local',
      code: 'KeyTooLong',
      message: `Over ${MAX_KEY_BYTES} bytes`,
      facts: { key },
    });
  const { credentials, narrowed } = await fetchNarrowKeys(
    services,
    { purpose: 'upload-request', keys: [key], lifeSeconds },
    options,
  );
  const { window, expiresAt, limitedBy } = linkWindow(services.clock.now(), lifeSeconds, credentials);
  const [origin = ''] = bucketOrigins(services.connection);
  const request = { method: 'PUT', placement: 'query', key, headers: UPLOAD_LINK_HEADERS } as const;
  const { url } = await signedTarget(origin, request, credentials, window);
  return { url, expiresAt, limitedBy, narrowed };
}
