/** What an object can be written as (COS documentation 33417); the last three only in buckets over several zones. */
export const STORAGE_CLASSES = [
  'STANDARD',
  'STANDARD_IA',
  'INTELLIGENT_TIERING',
  'ARCHIVE',
  'DEEP_ARCHIVE',
  'MAZ_STANDARD',
  'MAZ_STANDARD_IA',
  'MAZ_INTELLIGENT_TIERING',
] as const;

/** True where an object must be restored before it can be read: `ARCHIVE`, `DEEP_ARCHIVE`, `MAZ_ARCHIVE`. */
export function isArchiveClass(storageClass: string): boolean {
  return /(?:^|_)ARCHIVE$/.test(storageClass);
}
