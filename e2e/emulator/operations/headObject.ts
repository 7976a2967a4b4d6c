import type { OperationHandler } from '../OperationContext.ts';
import { findObject } from './findObject.ts';
import { objectHeaders } from './objectHeaders.ts';

/** HEAD Object (COS documentation 7745): an archived object answers too. */
export const headObject: OperationHandler = async ({ request, store }) => {
  const { object, isModified } = findObject(request, store);
  const headers = objectHeaders(object, request);
  return isModified ? { status: 200, headers, contentLength: object.sizeBytes } : { status: 304, headers };
};
