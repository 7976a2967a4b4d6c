import type { CosRequest } from '../OperationContext.ts';
import { encodeForListing } from './encodeForListing.ts';

/** Where an object can be fetched, as POST Object and Complete report it in `Location`. */
export function objectUrl({ host }: Pick<CosRequest, 'host'>, key: string): string {
  return `http://${host}/${encodeForListing(key)}`;
}
