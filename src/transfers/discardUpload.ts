import { toFailure } from '#lib/Failure.ts';
import { backgroundRun } from './backgroundRun.ts';
import type { EngineConnection } from './EngineConnection.ts';
import { persist } from './persist.ts';
import type { EngineParts } from './EngineParts.ts';

/**
 * Aborts a multipart upload nobody will finish, so that its parts cost no storage. Goes on through outages; gone
 * already is as good. Rejects with a `FailureError` when the server refuses.
 */
export async function discardUpload(
  engine: EngineParts,
  connection: EngineConnection,
  signal: AbortSignal,
  key: string,
  uploadId: string,
): Promise<void> {
  signal.throwIfAborted();
  const run = backgroundRun(engine, connection, signal);
  const abort = (): Promise<void> =>
    persist(run, { kind: 'answer' }, (options) => run.cos.abortMultipartUpload({ key, uploadId }, options));
  try {
    await connection.tidying(abort, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (toFailure(error).code !== 'NoSuchUpload') throw error;
  }
}
