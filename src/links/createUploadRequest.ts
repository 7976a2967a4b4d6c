import { isFormKey } from '#cos/formBody.ts';
import { isAddressable } from '#cos/objectKey.ts';
import { signPostPolicy } from '#cos/postPolicy.ts';
import { FailureError } from '#lib/FailureError.ts';
import { encodeUploadRequest } from './encodeUploadRequest.ts';
import { fetchNarrowKeys } from './fetchNarrowKeys.ts';
import type { LinkServices } from './LinkServices.ts';
import { linkWindow } from './linkWindow.ts';
import { uploadRequestLimits as limits } from './uploadRequestLimits.ts';
import { uploadRequestPolicy } from './uploadRequestPolicy.ts';

/** What a requester asks for. */
export interface UploadRequestWish {
  /** The folder on screen: `''` or ends with `/`. */
  readonly folder: string;
  /** The folder's name, for the sender. */
  readonly title: string;
  readonly note: string;
  readonly lifeSeconds: number;
  readonly maxBytes: number;
  readonly contentType: string;
}

/** What the dialog must show; nothing here is a guess. */
export interface MadeUploadRequest {
  /** Of the address, without `#`. */
  readonly fragment: string;
  /** Where the files will be. */
  readonly prefix: string;
  readonly expiresAt: Date;
  readonly limitedBy: 'asked' | 'credentials';
  /** Signed with keys that reach this prefix only. */
  readonly narrowed: boolean;
}

/**
 * Makes an address at which somebody without an account can leave files in a new place below the folder.
 *
 * [Note: A place of its own] 128 random bits in the prefix keep senders of different requests apart, and away from what is
 * in the folder: whoever holds one address can neither guess nor reach another's place.
 *
 * @throws FailureError `UnsafeKey` or `NeedsKeys` before any request, or of the endpoint; the signal's reason
 */
export async function createUploadRequest(
  services: LinkServices,
  wish: UploadRequestWish,
  options: { readonly signal?: AbortSignal; readonly random?: () => string } = {},
): Promise<MadeUploadRequest> {
  const { connection, clock } = services;
  const prefix = `${wish.folder}received-${(options.random ?? randomHex)()}/`;
  if (!isAddressable(prefix) || !isFormKey(prefix)) {
    const message = 'A form cannot carry the name of this folder';
    throw new FailureError({ kind: 'local', code: 'UnsafeKey', message, facts: { key: wish.folder } });
  }
  // Nobody can do more with the address for wider keys: it holds no secret key.
  const wanted = { purpose: 'upload-request', keys: [prefix], lifeSeconds: wish.lifeSeconds } as const;
  const { credentials, narrowed } = await fetchNarrowKeys(services, wanted, options);
  const { window, expiresAt, limitedBy } = linkWindow(clock.now(), wish.lifeSeconds, credentials);
  const terms = {
    bucket: connection.bucket,
    region: connection.region,
    prefix,
    title: wish.title.slice(0, limits.titleLength),
    note: wish.note.slice(0, limits.noteLength),
    maxBytes: Math.min(wish.maxBytes, limits.fileBytes),
    contentType: wish.contentType,
    secretId: credentials.secretId,
    sessionToken: credentials.sessionToken,
    ...window,
  };
  const { signature } = await signPostPolicy(credentials, uploadRequestPolicy(terms), window);
  const fragment = await encodeUploadRequest({ ...terms, signature });
  return { fragment, prefix, expiresAt, limitedBy, narrowed };
}

/** 128 random bits; a UUID has fewer. */
function randomHex(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
