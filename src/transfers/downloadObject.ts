import { crc64CombineAll } from '#lib/crc64Combine.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { createBlockBuffers } from './createBlockBuffers.ts';
import type { DownloadRun } from './createBlockBuffers.ts';
import type { DownloadedObject, DownloadJob } from './DownloadJob.ts';
import { fetchBlocks } from './fetchBlocks.ts';
import { checksumMismatch } from './integrityFailure.ts';
import { recheckBlocks } from './recheckBlocks.ts';
import { resultOf } from './resultOf.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import { writtenBytes } from './writtenBytes.ts';

/**
 * Fetches an object in ranges, several at a time, and commits it to the sink only when every byte is there and the
 * checksum of the whole agrees. A file that is on disk already is not fetched.
 */
export async function downloadObject(run: TransferRun, job: DownloadJob): Promise<TransferResult | 'already-there'> {
  try {
    if (!job.object) {
      if (await job.sink.isThere?.(job.sizeBytes)) return 'already-there';
      const savedAs = job.sink.savedAs?.();
      if (savedAs !== undefined) job.renamed(savedAs);
    }
    const buffers = createBlockBuffers(run.policy.blockBytes);
    const object = await fetchAndRecheck({ ...run, buffers }, job);
    if (writtenBytes(object) !== object.sizeBytes) throw new Error(`${job.key}: bytes are missing at its end`);
    run.enter('verifying');
    const result = await verify(run, job, object);
    await job.sink.truncate(object.sizeBytes);
    await job.sink.commit();
    forgetNote(run, job);
    return result;
  } catch (cause) {
    run.signal.throwIfAborted();
    const error = orShorter(job, cause);
    const { kind, code } = toFailure(error);
    if (kind === 'integrity' || code === 'StreamStopped') {
      // Nothing of it can be trusted or is there any more: a retry starts over, and no file is kept.
      delete job.object;
      forgetNote(run, job);
      await job.sink.truncate(0);
    }
    throw error;
  }
}

/** A range that is not there (416) of an object that was long enough: somebody has put a shorter one in its place. */
function orShorter({ key, object }: DownloadJob, cause: unknown): unknown {
  if (object === undefined || toFailure(cause).status !== 416) return cause;
  const message = `${object.sizeBytes} bytes became fewer`;
  return new FailureError({ kind: 'integrity', code: 'ObjectChanged', message, facts: { key } }, { cause });
}

/** What an earlier run or page kept counts at once; what an earlier page kept is read again beside the fetching. */
async function fetchAndRecheck(run: DownloadRun, job: DownloadJob): Promise<DownloadedObject> {
  if (job.object === undefined) return fetchBlocks(run, job);
  run.meter.restart(writtenBytes(job.object));
  const rechecking = recheckBlocks(run, job, job.object);
  let object: DownloadedObject;
  try {
    object = await fetchBlocks(run, job);
  } finally {
    await rechecking.catch(() => undefined);
  }
  return (await rechecking) ? object : fetchBlocks(run, job);
}

/** The note of a staged file is of no use any more. */
function forgetNote({ downloads }: Pick<TransferRun, 'downloads'>, { sink }: DownloadJob): void {
  if (sink.stagedAs !== undefined) downloads.forget(sink.stagedAs);
}

async function verify(run: TransferRun, job: DownloadJob, object: DownloadedObject): Promise<TransferResult> {
  if (!run.verify) return resultOf({ ...object, verified: false, crc64: undefined });
  const parts = object.blocks.map(({ crc64 = '0', start, end }) => ({ crc64, sizeBytes: end - start }));
  const ours = crc64CombineAll(parts);
  const theirs = object.crc64;
  if (theirs !== undefined && ours !== theirs) throw checksumMismatch(job.key, ours, theirs);
  return resultOf({ ...object, verified: theirs !== undefined, crc64: ours });
}
