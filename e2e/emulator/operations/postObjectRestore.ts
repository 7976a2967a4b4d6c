import { CosServiceError } from '../CosServiceError.ts';
import type { OperationHandler } from '../OperationContext.ts';
import { childOf, childText, malformedXml } from '../xml.ts';
import { findVersion } from './findVersion.ts';
import { readXmlBody } from './readXmlBody.ts';
import { isArchived } from './storageClasses.ts';
import { targetVersion } from './targetVersion.ts';

const DAY_MS = 86_400_000;
const TIERS: ReadonlySet<string> = new Set(['Expedited', 'Standard', 'Bulk']);

/** POST Object restore (COS documentation 12633). What takes minutes to hours there is done at once here. */
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
  await store.alter(request.bucket.name, object, { restoredUntil: request.now + days * DAY_MS });
  return { status: 202 };
};
