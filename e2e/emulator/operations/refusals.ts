import { CosServiceError } from '../CosServiceError.ts';

/** Refusals that several operations share (codes: COS documentation 7730). */

export function invalidArgument(message: string): CosServiceError {
  return new CosServiceError(400, 'InvalidArgument', message);
}

export function noSuchUpload(): CosServiceError {
  return new CosServiceError(
    404,
    'NoSuchUpload',
    'The specified multipart upload does not exist. The upload ID might be invalid, or the multipart upload might have been aborted or completed.',
  );
}

export function noSuchVersion(): CosServiceError {
  return new CosServiceError(404, 'NoSuchVersion', 'The specified version does not exist.');
}

export function preconditionFailed(): CosServiceError {
  return new CosServiceError(412, 'PreconditionFailed', 'Precondition not match.');
}

export function entityTooLarge(): CosServiceError {
  return new CosServiceError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.');
}

export function invalidObjectState(storageClass: string): CosServiceError {
  return new CosServiceError(403, 'InvalidObjectState', 'The operation is not valid for the object storage class.', {
    headers: { 'x-cos-storage-class': storageClass },
  });
}

export function notImplemented(what: string): CosServiceError {
  return new CosServiceError(501, 'NotImplemented', `This emulator does not implement ${what}.`);
}
