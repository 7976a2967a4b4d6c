import type { OperationHandler } from '../OperationContext.ts';
import { noSuchVersion } from './refusals.ts';

/** DELETE Object (COS documentation 7743): 204 also when there was nothing to delete. */
export const deleteObject: OperationHandler = async ({ request, store }) => {
  if (request.query.get('versionId')) throw noSuchVersion();
  await store.delete(request.bucket.name, request.key);
  return { status: 204 };
};
