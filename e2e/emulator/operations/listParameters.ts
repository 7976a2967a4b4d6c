import { encodeForListing } from './encodeForListing.ts';
import { invalidArgument } from './refusals.ts';

/**
 * A whole-number query parameter; `fallback` when absent or empty.
 *
 * @throws CosServiceError 400 InvalidArgument unless it lies between `min` and `max`
 */
export function readInteger(
  query: ReadonlyMap<string, string>,
  name: string,
  { min, max, fallback }: { readonly min: number; readonly max: number; readonly fallback: number },
): number {
  const text = query.get(name);
  if (text === undefined || text === '') return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw invalidArgument(`${name} must be a whole number from ${min} to ${max}.`);
  return value;
}

/** `encoding-type`, and how it writes keys, prefixes and markers into the answer. Only `url` is documented. */
export function readEncodingType(query: ReadonlyMap<string, string>): {
  readonly encodingType: string;
  readonly encode: (text: string) => string;
} {
  const encodingType = query.get('encoding-type') ?? '';
  if (encodingType !== '' && encodingType !== 'url') throw invalidArgument('encoding-type must be url.');
  return { encodingType, encode: encodingType === 'url' ? encodeForListing : (text) => text };
}
