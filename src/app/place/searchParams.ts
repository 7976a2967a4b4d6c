import { DELIMITER } from '#cos/objectKey.ts';
import { KIND_GROUPS } from '#listing/kindGroup.ts';
import { parseDayRange } from '#listing/parseDayRange.ts';
import { parseSizeRange } from '#listing/parseSizeRange.ts';
import { SORT_COLUMNS, type PlaceParams } from './PlaceParams.ts';

/**
 * [Note: The prefix is a search parameter, as plain text] A key can never live in a URL's path: parsers fold `..` and
 * even `%2e%2e` away. In the search part every byte survives, as long as nobody reads a meaning into it, so the
 * router's JSON reading (`p=123` as a number, `p=true` as a boolean) is replaced by these two functions.
 */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(params: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params) as [string, unknown][]) {
    if (typeof value === 'string' && value !== '') search.set(name, value);
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

type Reader<Value> = (text: string) => Value | undefined;

const oneOf =
  <Value extends string>(values: readonly Value[]): Reader<Value> =>
  (text) =>
    values.find((value) => value === text);
const any: Reader<string> = (text) => text;

const READERS: { readonly [Name in keyof PlaceParams]-?: Reader<NonNullable<PlaceParams[Name]>> } = {
  c: any,
  p: (text) => (text.endsWith(DELIMITER) ? text : text + DELIMITER),
  sort: oneOf(SORT_COLUMNS),
  dir: oneOf(['desc']),
  q: any,
  deep: oneOf(['1']),
  deleted: oneOf(['1']),
  kind: oneOf(KIND_GROUPS),
  size: (text) => (parseSizeRange(text) === undefined ? undefined : text),
  date: (text) => (parseDayRange(text) === undefined ? undefined : text),
  view: oneOf(['list', 'grid']),
  preview: any,
};

/** Keeps what is ours and makes sense, and makes a prefix of `p`. */
export function readPlace(params: object): PlaceParams {
  const place: Record<string, string> = {};
  for (const [name, read] of Object.entries(READERS)) {
    const text: unknown = Reflect.get(params, name);
    const value = typeof text === 'string' && text !== '' ? read(text) : undefined;
    if (value !== undefined) place[name] = value;
  }
  return place;
}
