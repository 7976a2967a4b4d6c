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

/** Archived bytes cannot be read before they are restored, and this emulator has no restore yet. */
export function refuseArchived({ storageClass }: StoredObject): void {
  if (storageClass === 'ARCHIVE' || storageClass === 'DEEP_ARCHIVE') throw invalidObjectState(storageClass);
}
