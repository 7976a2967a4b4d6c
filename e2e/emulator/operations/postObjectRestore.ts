import { CosServiceError } from '../CosServiceError.ts';
import type { OperationHandler } from '../OperationContext.ts';
import { childOf, childText, malformedXml } from '../xml.ts';
import { findVersion } from './findVersion.ts';
import { readXmlBody } from './readXmlBody.ts';
import { isArchived, restoreStatus } from './storageClasses.ts';
import { targetVersion } from './targetVersion.ts';

const DAY_MS = 86_400_000;
const TIERS: ReadonlySet<string> = new Set(['Expedited', 'Standard', 'Bulk']);

/**
 * POST Object restore (COS documentation 12633). What takes minutes to hours there takes what the bucket's options say.
 * Asking again for what is there already prolongs it.
 */
export const postObjectRestore: OperationHandler = async ({ request, store }) => {
  const root = await readXmlBody(request, 'RestoreRequest');
  const days = Number(childText(root, 'Days'));
  const parameters = childOf(root, 'CASJobParameters');
  const tier = parameters === undefined ? 'Standard' : (childText(parameters, 'Tier') ?? 'Standard');
  if (!Number.isInteger(days) || days < 1 || days > 365 || !TIERS.has(tier)) throw malformedXml();
  const object = findVersion(store, targetVersion(request));
  if (!isArchived(object)) {
    throw new CosServiceError(405, 'RestoreNonArchiveObject', 'The object is not archived.');
  }
  // COS documentation 12633: DEEP_ARCHIVE knows two speeds.
  if (tier === 'Expedited' && object.storageClass === 'DEEP_ARCHIVE') {
    throw new CosServiceError(400, 'InvalidArgument', 'Expedited is not available for DEEP_ARCHIVE.');
  }
  const { now, bucket } = request;
  const status = restoreStatus(object, now);
  if (status === 'ONGOING') {
    throw new CosServiceError(409, 'RestoreAlreadyInProgress', 'The object restore is already in progress.');
  }
  const from = status === 'DONE' ? now : now + (bucket.restoreSeconds ?? 0) * 1000;
  await store.alter(bucket.name, object, { restored: { requested: now, from, until: from + days * DAY_MS, tier } });
  return { status: 202 };
};
