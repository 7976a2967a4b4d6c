import { FailureError } from '#lib/FailureError.ts';

/** Rejects with `StorageUnavailable` when the browser says that it will not keep so many bytes for this page. */
export async function makeRoom(
  sizeBytes: number,
  storage: Pick<StorageManager, 'estimate'> = navigator.storage,
): Promise<void> {
  const { quota, usage = 0 } = await storage.estimate();
  if (quota === undefined || quota - usage >= sizeBytes) return;
  const message = `there is not enough room to store the file: ${sizeBytes} bytes are needed, ${quota - usage} are free`;
  throw new FailureError({ kind: 'local', code: 'StorageUnavailable', message, facts: { bytes: sizeBytes } });
}
