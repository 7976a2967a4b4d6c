import { CosServiceError } from './CosServiceError.ts';

/** A request target taken apart by hand: `new URL` would normalise `a/../b` and lose what was asked for. */
export interface ParsedTarget {
  /** Percent-decoded exactly once, with its leading slash, never normalised. */
  readonly path: string;
  /** Decoded names and values; a parameter without `=` has the value ''. */
  readonly query: ReadonlyMap<string, string>;
}

/**
 * Throws `CosServiceError` 400: InvalidURI for broken percent-encoding, InvalidArgument for a raw `+` in a query value
 * (undocumented whether COS reads it as a space, so a client must never send it) and for a repeated parameter.
 */
export function parseTarget(target: string): ParsedTarget {
  if (!target.startsWith('/')) throw invalidUri();
  const mark = target.indexOf('?');
  const rawPath = mark < 0 ? target : target.slice(0, mark);
  const query = new Map<string, string>();
  for (const pair of mark < 0 ? [] : target.slice(mark + 1).split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const rawValue = equals < 0 ? '' : pair.slice(equals + 1);
    if (pair.includes('+')) throw invalidArgument('A raw + in the query is ambiguous; write %20 or %2B.');
    const name = decodeOnce(equals < 0 ? pair : pair.slice(0, equals));
    if (query.has(name)) throw invalidArgument('A query parameter is given twice.');
    query.set(name, decodeOnce(rawValue));
  }
  return { path: decodeOnce(rawPath), query };
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidUri();
  }
}

function invalidUri(): CosServiceError {
  return new CosServiceError(400, 'InvalidURI', "Couldn't parse the specified URI.");
}

function invalidArgument(message: string): CosServiceError {
  return new CosServiceError(400, 'InvalidArgument', message);
}
