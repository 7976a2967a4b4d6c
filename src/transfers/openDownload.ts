import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { checkSameObject } from './checkSameObject.ts';
import type { DownloadRun } from './createBlockBuffers.ts';
import type { DownloadBlock, DownloadedObject, DownloadJob } from './DownloadJob.ts';
import { persist } from './persist.ts';
import { planBlocks } from './planBlocks.ts';
import { MIB } from './planParts.ts';
import { readBlocks } from './readBlocks.ts';

/** It occupies one lane while the others already work, so it is short. */
const FIRST_BLOCK_BYTES = MIB;

/**
 * Fetches the first block of the object. Its answer brings the size and ETag that all others must agree with, and
 * `onKnown` hears of them as soon as the headers are there: the other lanes do not wait for the bytes.
 */
export async function openDownload(
  run: DownloadRun,
  job: DownloadJob,
  onKnown: (object: DownloadedObject) => void,
): Promise<DownloadBlock> {
  let wholeObject = job.sizeBytes === 0; // A range of an empty object is an error 416.
  for (;;) {
    try {
      return await firstBlock(run, job, wholeObject, onKnown);
    } catch (error) {
      run.signal.throwIfAborted();
      if (toFailure(error).status !== 416 || wholeObject) throw error;
      wholeObject = true;
    }
  }
}

function firstBlock(
  run: DownloadRun,
  job: DownloadJob,
  wholeObject: boolean,
  onKnown: (object: DownloadedObject) => void,
): Promise<DownloadBlock> {
  const { key } = job;
  const bodyBytes = Math.min(job.sizeBytes, FIRST_BLOCK_BYTES);
  let known: { readonly object: DownloadedObject; readonly first: DownloadBlock } | undefined;
  const gainedBytes = (): number => known?.first.filled ?? 0;
  return persist(run, { kind: 'body', bodyBytes, takesSlot: true, gainedBytes }, async (options) => {
    const range = wholeObject ? undefined : { start: gainedBytes(), end: known?.first.end ?? FIRST_BLOCK_BYTES };
    const answer = await run.cos.getObject({ key, asStored: true, ...(range ? { range } : {}) }, options);
    options.onStart?.();
    if (known) checkSameObject(key, known.object, answer);
    else {
      const { sizeBytes, etag, crc64, requestId } = answer;
      if (etag === undefined && crc64 === undefined && sizeBytes !== job.sizeBytes) {
        await answer.body.cancel();
        throw notTheObject(job, sizeBytes);
      }
      const end = Math.min(sizeBytes, FIRST_BLOCK_BYTES);
      const first: DownloadBlock = { start: 0, end, filled: 0, isWritten: false };
      const object: DownloadedObject = {
        sizeBytes,
        ...(etag === undefined ? {} : { etag }),
        ...(crc64 === undefined ? {} : { crc64 }),
        ...(requestId === undefined ? {} : { requestId }),
        blocks: [first, ...planBlocks(end, sizeBytes, run.policy.blockBytes)],
      };
      known = { object, first };
      onKnown(object);
    }
    const { first } = known;
    const onBytes = (): void => options.onSent?.(Math.min(first.filled, bodyBytes));
    await readBlocks(answer, [first], { signal: options.signal, buffers: run.buffers, onBytes });
    return first;
  });
}

/** A page of the network in between looks like this too: nothing says that these bytes are the object's. */
function notTheObject({ key, sizeBytes }: DownloadJob, bytes: number): FailureError {
  const message = `expected ${sizeBytes} bytes; ${bytes} came, without ETag and checksum`;
  return new FailureError({ kind: 'integrity', code: 'UnexpectedAnswer', message, facts: { key } });
}
