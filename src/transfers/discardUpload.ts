import type { CosClient } from '#cos/CosClient.ts';
import type { OutageGate } from './createOutageGate.ts';
import { persist } from './persist.ts';
import { createProgressMeter } from './progressMeter.ts';
import type { EngineParts } from './runTransfer.ts';

const QUIET = { moving: () => undefined, waiting: () => undefined, end: () => undefined };

/**
 * Aborts a multipart upload nobody will finish, so that its parts cost no storage. Goes on through outages in the
 * background; nobody is told, because the transfer has ended already. Gone already is as good.
 */
export function discardUpload(
  engine: EngineParts,
  connection: { readonly cos: CosClient; readonly gate: OutageGate },
  signal: AbortSignal,
  key: string,
  uploadId: string,
): void {
  if (signal.aborted) return;
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
  void persist(run, { kind: 'answer' }, (options) => run.cos.abortMultipartUpload({ key, uploadId }, options)).catch(
    () => undefined,
  );
}
