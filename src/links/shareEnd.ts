import { classifyFailure } from '#cos/retryPolicy.ts';
import type { Failure } from '#lib/Failure.ts';

/**
 * Why a share is over. `time`: its end has come. `key`: the key it was signed with is gone before that. `changed`: it is
 * not what its maker signed.
 */
export type ShareEnd = 'time' | 'key' | 'changed';

/**
 * What a refusal of one of its links says about the share; undefined when it is about that object alone.
 *
 * @param now milliseconds since 1970, by the bucket's clock
 * @param endSeconds the end the share tells
 */
export function shareEnd(failure: Failure, now: number, endSeconds: number): ShareEnd | undefined {
  if (failure.code === 'SignatureDoesNotMatch') return 'changed';
  const group = classifyFailure(failure);
  if (group !== 'key' && group !== 'skew') return undefined;
  return now >= endSeconds * 1000 ? 'time' : 'key';
}
