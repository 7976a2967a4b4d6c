import { buffer } from 'node:stream/consumers';
import { CosServiceError } from '../CosServiceError.ts';
import type { OperationHandler } from '../OperationContext.ts';
import { versionIdOf } from '../store/KeyHistory.ts';
import { byteRange } from './byteRange.ts';
import { findObject } from './findObject.ts';
import { processImage, requestedProcessing } from './imageMogr2.ts';
import { objectHeaders } from './objectHeaders.ts';
import { refusePackage } from './forcedDownload.ts';
import { readHeader } from './readHeader.ts';
import { responseOverrides } from './responseOverrides.ts';
import { refuseArchived } from './storageClasses.ts';
import { requestedTrafficLimit, withTrafficLimit } from './trafficLimit.ts';

/** GET Object (COS documentation 7753): whole or one range, with conditions and overridden headers; or an image made of it. */
export const getObject: OperationHandler = async ({ request, store, caller }) => {
  const { object, isModified } = findObject(request, store);
  const overrides = responseOverrides(request, caller);
  const bytesPerSecond = requestedTrafficLimit(request);
  const headers = { ...objectHeaders(object, request), ...overrides };
  if (!isModified) return { status: 304, headers };
  refuseArchived(object, request.now);
  refusePackage(request);

  const processing = requestedProcessing(request);
  if (processing !== undefined) {
    const stored = store.read(request.bucket.name, request.key, undefined, versionIdOf(object));
    const image = processImage(processing, await buffer(stored));
    return { status: 200, headers: { 'Content-Type': 'image/png' }, body: image, contentLength: image.length };
  }

  const { sizeBytes } = object;
  const range = byteRange(readHeader(request, 'range'), sizeBytes);
  if (range === 'unsatisfiable') {
    throw new CosServiceError(416, 'InvalidRange', 'The requested range is not satisfiable.', {
      headers: { 'Content-Range': `bytes */${sizeBytes}` },
    });
  }
  const body = withTrafficLimit(
    store.read(request.bucket.name, request.key, range, versionIdOf(object)),
    bytesPerSecond,
  );
  if (range === undefined) return { status: 200, headers, body, contentLength: sizeBytes };
  const { start, end } = range;
  return {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${start}-${end}/${sizeBytes}` },
    body,
    contentLength: end - start + 1,
  };
};
