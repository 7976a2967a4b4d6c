import { DELIMITER, type Prefix } from '#cos/objectKey.ts';

/** The page's place: which connection, which prefix. Never a host, an endpoint or a key that signs. */
export interface PlaceParams {
  /** Connection id of config.json. */
  readonly c?: string;
  /** Full prefix, ending with `/`. */
  readonly p?: Prefix;
}

/**
 * [Note: The prefix is a search parameter, as plain text] A key can never live in a URL's path: parsers fold `..` and
 * even `%2e%2e` away. In the search part every byte survives, as long as nobody reads a meaning into it, so the
 * router's JSON reading (`p=123` as a number, `p=true` as a boolean) is replaced by these two functions.
 */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function stringifySearch(params: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'string' && value !== '') search.set(name, value);
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** Keeps what is ours and makes a prefix of `p`. */
export function readPlace(params: Readonly<Record<string, unknown>>): PlaceParams {
  const { c, p } = params;
  return {
    ...(typeof c === 'string' && c !== '' ? { c } : {}),
    ...(typeof p === 'string' && p !== '' ? { p: p.endsWith(DELIMITER) ? p : p + DELIMITER } : {}),
  };
}
