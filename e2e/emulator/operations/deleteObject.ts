import type { OperationHandler } from '../OperationContext.ts';
import { removeObject } from './removeObject.ts';

/** DELETE Object (COS documentation 7743): 204 also when there was nothing to delete. */
export const deleteObject: OperationHandler = async ({ request, store }) => {
  const { bucket, key, query } = request;
  const { versionId, isMarker } = await removeObject(store, bucket, { key, versionId: query.get('versionId') ?? '' });
  return {
    status: 204,
    headers: {
      ...(versionId === undefined ? {} : { 'x-cos-version-id': versionId }),
      ...(isMarker ? { 'x-cos-delete-marker': 'true' } : {}),
    },
  };
};
