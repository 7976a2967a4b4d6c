import type { StoredObject } from '../objectStore.ts';
import { invalidObjectState } from './refusals.ts';

/** What an upload may ask for (COS documentation 33417). */
export const STORAGE_CLASSES: ReadonlySet<string> = new Set([
  'STANDARD',
  'STANDARD_IA',
  'INTELLIGENT_TIERING',
  'ARCHIVE',
  'DEEP_ARCHIVE',
  'MAZ_STANDARD',
  'MAZ_STANDARD_IA',
  'MAZ_INTELLIGENT_TIERING',
]);

export function isArchived({ storageClass }: StoredObject): boolean {
  return storageClass === 'ARCHIVE' || storageClass === 'DEEP_ARCHIVE';
}

/** As a listing words it (COS documentation 30614); undefined when nobody asked, or the copy has gone again. */
export function restoreStatus({ restored }: StoredObject, now: number): 'ONGOING' | 'DONE' | undefined {
  if (restored === undefined || restored.until <= now) return undefined;
  return restored.from <= now ? 'DONE' : 'ONGOING';
}

/**
 * Archived bytes cannot be read before they are restored.
 *
 * @param now emulator time, milliseconds since 1970
 */
export function refuseArchived(object: StoredObject, now: number): void {
  if (isArchived(object) && restoreStatus(object, now) !== 'DONE') throw invalidObjectState(object.storageClass);
}
