import { CosServiceError } from '../CosServiceError.ts';

/** `delimiter` of a listing, '' when there is none. Throws 400 InvalidDelimiter unless it is one character. */
export function readDelimiter(query: ReadonlyMap<string, string>): string {
  const delimiter = query.get('delimiter') ?? '';
  if (Array.from(delimiter).length > 1) {
    throw new CosServiceError(400, 'InvalidDelimiter', 'The delimiter must be a single character.');
  }
  return delimiter;
}
