import { randomBytes } from 'node:crypto';
import type { EmulatorBucket } from '../EmulatorOptions.ts';

/**
 * The id a new version gets: an opaque text where versions are kept, `null` where they were, none where they never were
 * (COS documentation 19883, 31551).
 */
export function newVersionId({ versioning }: EmulatorBucket): { readonly versionId?: string } {
  if (versioning === undefined) return {};
  return { versionId: versioning === 'Enabled' ? randomBytes(15).toString('base64url') : 'null' };
}

/** `x-cos-version-id` of a write: only while versioning is enabled (COS documentation 7749). */
export function versionHeader(
  { versioning }: EmulatorBucket,
  { versionId }: { readonly versionId?: string },
): Record<string, string> {
  return versioning === 'Enabled' && versionId !== undefined ? { 'x-cos-version-id': versionId } : {};
}
