import type { CosRequest } from '../OperationContext.ts';

/** A request header by its lower-cased name; an empty one counts as absent (SDKs send `Cache-Control:` like that). */
export function readHeader(request: Pick<CosRequest, 'headers'>, name: string): string | undefined {
  const value = request.headers.get(name);
  return value === '' ? undefined : value;
}
