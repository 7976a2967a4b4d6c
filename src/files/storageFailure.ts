import { FailureError } from '#lib/FailureError.ts';

/** The disk, the browser's quota or a lost permission stopped a write. */
export function storageFailure(error: unknown): FailureError {
  if (error instanceof FailureError) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const text = name === 'QuotaExceededError' ? 'there is not enough room to store the file' : `${name}: ${message}`;
  return new FailureError({ kind: 'local', code: 'StorageUnavailable', message: text }, { cause: error });
}
