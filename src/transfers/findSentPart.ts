import type { UploadPartOutput } from '#cos/CosCalls.ts';
import { toFailure } from '#lib/Failure.ts';
import { persist } from './persist.ts';
import type { PlannedPart } from './planParts.ts';
import type { TransferRun } from './TransferRun.ts';

/**
 * A part whose body was out when its answer was lost, if the server has it: one short question instead of megabytes sent
 * again. Its bytes are covered by the checksum of the whole object. Undefined when it is not there, or may not be asked.
 */
export async function findSentPart(
  run: TransferRun,
  upload: { readonly key: string; readonly uploadId: string },
  { partNumber, start, end }: PlannedPart,
): Promise<UploadPartOutput | undefined> {
  const input = { ...upload, partNumberMarker: partNumber - 1, maxParts: 1 };
  try {
    const { parts } = await persist(run, { kind: 'answer' }, (options) => run.cos.listParts(input, options));
    const there = parts.find((part) => part.partNumber === partNumber && part.sizeBytes === end - start);
    return there && { etag: there.etag };
  } catch (error) {
    run.signal.throwIfAborted();
    if (toFailure(error).code === 'NoSuchUpload') throw error;
    return undefined; // Sending it again finds out.
  }
}
