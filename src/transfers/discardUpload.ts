import { toFailure } from '#lib/Failure.ts';
import type { EngineConnection } from './EngineConnection.ts';
import { persist } from './persist.ts';
import { createProgressMeter } from './progressMeter.ts';
import type { EngineParts } from './EngineParts.ts';

const QUIET = { moving: () => undefined, waiting: () => undefined, end: () => undefined };

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
  const run = {
    ...engine,
    ...connection,
    signal,
    share: 'small' as const,
    meter: createProgressMeter(0, engine.timers.now),
    takesOver: () => false,
    beginActivity: () => QUIET,
    enter: () => undefined,
    progressed: () => undefined,
  };
  try {
    await persist(run, { kind: 'answer' }, (options) => run.cos.abortMultipartUpload({ key, uploadId }, options));
  } catch (error) {
    signal.throwIfAborted();
    if (toFailure(error).code !== 'NoSuchUpload') throw error;
  }
}
