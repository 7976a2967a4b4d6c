import type { GetObjectOutput } from '#cos/CosClient.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { DownloadBlock, DownloadedObject, DownloadJob } from './DownloadJob.ts';
import { persist } from './persist.ts';
import { planBlocks } from './planBlocks.ts';
import { MIB } from './planParts.ts';
import { readBlocks } from './readBlocks.ts';
import type { TransferRun } from './TransferRun.ts';

/** The first request brings the size and ETag that all others must agree with, so it is short. */
const FIRST_BLOCK_BYTES = MIB;

/** Asks for the first piece of the object and cuts the rest into ranges. */
export async function openDownload(run: TransferRun, job: DownloadJob): Promise<DownloadedObject> {
  let wholeObject = job.sizeBytes === 0; // A range of an empty object is an error 416.
  for (;;) {
    try {
      return await firstBlock(run, job, wholeObject);
    } catch (error) {
      run.signal.throwIfAborted();
      if (toFailure(error).status !== 416 || wholeObject) throw error;
      wholeObject = true;
    }
  }
}

function firstBlock(run: TransferRun, job: DownloadJob, wholeObject: boolean): Promise<DownloadedObject> {
  const { key } = job;
  const bodyBytes = Math.min(job.sizeBytes, FIRST_BLOCK_BYTES);
  return persist(run, { kind: 'body', bodyBytes, takesSlot: true }, async (options) => {
    const range = wholeObject ? undefined : { start: 0, end: FIRST_BLOCK_BYTES };
    const answer = await run.cos.getObject({ key, asStored: true, ...(range ? { range } : {}) }, options);
    options.onStart?.();
    const { sizeBytes, etag, crc64, requestId } = answer;
    if (etag === undefined && crc64 === undefined && sizeBytes !== job.sizeBytes) {
      await answer.body.cancel();
      throw notTheObject(job, sizeBytes);
    }
    const first: DownloadBlock = { start: 0, end: Math.min(sizeBytes, FIRST_BLOCK_BYTES), filled: 0, isWritten: false };
    const onBytes = (): void => options.onSent?.(Math.min(first.filled, bodyBytes));
    await readBlocks(answer, [first], { signal: options.signal, onBytes });
    return {
      sizeBytes,
      ...(etag === undefined ? {} : { etag }),
      ...(crc64 === undefined ? {} : { crc64 }),
      ...(requestId === undefined ? {} : { requestId }),
      blocks: [first, ...planBlocks(first.end, sizeBytes, run.policy.rangeBytes)],
    };
  });
}

/** A page of the network in between looks like this too: nothing says that these bytes are the object's. */
function notTheObject({ key, sizeBytes }: DownloadJob, bytes: number): FailureError {
  const message = `expected ${sizeBytes} bytes; ${bytes} came, without ETag and checksum`;
  return new FailureError({ kind: 'integrity', code: 'UnexpectedAnswer', message, facts: { key } });
}

/** Throws `ObjectChanged` when an answer belongs to another version of the object than the first one did. */
export function checkSameObject(
  key: string,
  object: Pick<DownloadedObject, 'sizeBytes' | 'etag'>,
  answer: GetObjectOutput,
): void {
  const sameEtag = object.etag === undefined || answer.etag === undefined || object.etag === answer.etag;
  if (sameEtag && answer.sizeBytes === object.sizeBytes) return;
  const message = `${object.etag ?? 'no ETag'}, ${object.sizeBytes} bytes became ${answer.etag ?? 'no ETag'}, ${answer.sizeBytes}`;
  throw new FailureError({ kind: 'integrity', code: 'ObjectChanged', message, facts: { key } });
}
