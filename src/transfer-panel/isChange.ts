import type { Failure } from '#lib/Failure.ts';

const CHANGES = new Set(['FileDiffers', 'FileChanged', 'ObjectChanged']);

/** Whether a transfer stopped because what it moves is not what it began with: start over, or skip. */
export function isChange(failure: Failure | undefined): boolean {
  return failure !== undefined && CHANGES.has(failure.code);
}
