import type { RestoreTier } from '#cos/CosObject.ts';
import { toFailure } from '#lib/Failure.ts';
import type { OperationRun } from './OperationRun.ts';
import type { Source } from './Source.ts';

/** How archived objects are to be made readable. */
export interface RestoreWish {
  readonly days: number;
  readonly tier: RestoreTier;
}

/**
 * Asks for a readable copy of an archived object. Whoever asked before us asked for the same; objects of DEEP_ARCHIVE know
 * no `Expedited` (COS documentation 12633) and are asked for at the next speed.
 */
export async function restoreArchived(run: OperationRun, source: Source, wish: RestoreWish): Promise<void> {
  const { key, storageClass } = source;
  const tier = storageClass === 'DEEP_ARCHIVE' && wish.tier === 'Expedited' ? 'Standard' : wish.tier;
  try {
    await run.cos.restoreObject({ key, days: wish.days, tier });
  } catch (error) {
    if (toFailure(error).code !== 'RestoreAlreadyInProgress') throw error;
  }
}

/** True for what a journal gave back as a wish. */
export function isRestoreWish(value: unknown): value is RestoreWish {
  if (typeof value !== 'object' || value === null) return false;
  const { days, tier } = value as Record<string, unknown>;
  return typeof days === 'number' && (tier === 'Expedited' || tier === 'Standard' || tier === 'Bulk');
}
