import { callWithRetries } from '#cos/callWithRetries.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import { toBase64Url } from './base64Url.ts';

/** Where lists of shares are kept, below the prefix of the connection. */
const LISTS = '.beeline-shares/';
const NAME = /^until-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})Z-[\w-]{22}$/;
const MINUTE_MS = 60_000;

/**
 * A name for a list that nobody can guess, and that tells when its share has surely ended: whoever may list the bucket
 * knows what can go.
 *
 * @param endMs milliseconds since 1970; told rounded up to the minute
 */
export function newShareListKey(below: Prefix, endMs: number): ObjectKey {
  const until = new Date(Math.ceil(endMs / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 16).replaceAll(/[-:]/g, '');
  return `${below}${LISTS}until-${until}Z-${toBase64Url(crypto.getRandomValues(new Uint8Array(16)))}`;
}

/**
 * The lists of shares that have ended, of the first thousand: nothing can be opened with them any more.
 *
 * @param nowMs milliseconds since 1970, by the bucket's clock
 * @throws CosError
 */
export async function endedShareLists(
  cos: Pick<CosClient, 'listObjects'>,
  below: Prefix,
  nowMs: number,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<readonly ObjectKey[]> {
  const call = signal ? { signal } : {};
  const prefix = below + LISTS;
  const { objects } = await callWithRetries(() => cos.listObjects({ prefix }, call), call);
  return objects.flatMap(({ key }) => {
    const endMs = endOf(key.slice(prefix.length));
    return endMs === undefined || endMs > nowMs ? [] : [key];
  });
}

/** Undefined for what is no list of ours. */
function endOf(name: string): number | undefined {
  const [whole, year, month, day, hour, minute] = NAME.exec(name) ?? [];
  return whole === undefined ? undefined : Date.parse(`${year}-${month}-${day}T${hour}:${minute}Z`) || undefined;
}
