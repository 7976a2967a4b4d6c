import { crc64CombineAll } from '#lib/crc64Combine.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { DownloadBlock, DownloadedObject, DownloadJob } from './DownloadJob.ts';
import { inLanes } from './inLanes.ts';
import { checksumMismatch } from './integrityFailure.ts';
import { checkSameObject, openDownload } from './openDownload.ts';
import { persist } from './persist.ts';
import { recheckBlocks } from './recheckBlocks.ts';
import { readBlocks } from './readBlocks.ts';
import { resultOf } from './resultOf.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';

/** Blocks are held in memory until they are hashed and written: this many of them stay below 64 MiB. */
const LANES = 6;

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
    const object = (job.object ??= await begin(run, job));
    const lanes = Math.min(run.lanes, LANES);
    // What an earlier page kept is read again beside the fetching.
    const rechecking = recheckBlocks(run, job, object);
    try {
      await fetchBlocks({ ...run, lanes }, job, object);
    } finally {
      await rechecking.catch(() => undefined);
    }
    if (!(await rechecking)) await fetchBlocks({ ...run, lanes }, job, object);
    run.enter('verifying');
    const result = await verify(run, job, object);
    await job.sink.truncate(object.sizeBytes);
    await job.sink.commit();
    forgetStaged(run, job);
    return result;
  } catch (cause) {
    run.signal.throwIfAborted();
    const error = orShorter(job, cause);
    if (toFailure(error).kind === 'integrity') {
      // Nothing of it can be trusted: a retry starts over, and no file is kept.
      delete job.object;
      forgetStaged(run, job);
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

async function begin(run: TransferRun, job: DownloadJob): Promise<DownloadedObject> {
  await job.sink.makeRoom?.(job.sizeBytes);
  const object = await openDownload(run, job);
  run.downloads.began(job, object, run.cos.location);
  return object;
}

/** The note of a staged file is of no use any more. */
function forgetStaged({ downloads }: Pick<TransferRun, 'downloads'>, { sink }: DownloadJob): void {
  if (sink.stagedAs !== undefined) downloads.forget(sink.stagedAs);
}

async function fetchBlocks(run: TransferRun, job: DownloadJob, object: DownloadedObject): Promise<void> {
  const missing = object.blocks.filter((block) => !block.isWritten);
  let rangesIgnored = false;
  await inLanes(run, missing, async (lane, block) => {
    if (!rangesIgnored) rangesIgnored = !(await fetchAndKeep(lane, job, object, block));
  });
  if (rangesIgnored) await fetchAsStream(run, job, object);
}

/** A file worker that crashes again and again has a reason. */
const MOST_CRASHES = 2;

/** False when the server does not do ranges. What a crash of the file worker has taken along is fetched once more. */
async function fetchAndKeep(
  run: TransferRun,
  job: DownloadJob,
  object: DownloadedObject,
  block: DownloadBlock,
): Promise<boolean> {
  for (let crashes = 0; ; crashes += 1) {
    if (block.start + block.filled < block.end && !(await fetchBlock(run, job, object, block))) return false;
    try {
      await keepBlock(run, job, block);
      return true;
    } catch (error) {
      if (toFailure(error).code !== 'FileWorkerStopped' || crashes >= MOST_CRASHES) throw error;
    }
  }
}

/** False when the server does not do ranges; then nothing was read. */
function fetchBlock(
  run: TransferRun,
  job: DownloadJob,
  object: DownloadedObject,
  block: DownloadBlock,
): Promise<boolean> {
  const { key } = job;
  const bodyBytes = block.end - block.start;
  const gainedBytes = (): number => block.filled;
  return persist(run, { kind: 'body', bodyBytes, takesSlot: true, gainedBytes }, async (options) => {
    const start = block.start + block.filled;
    const answer = await run.cos.getObject({ key, range: { start, end: block.end }, asStored: true }, options);
    options.onStart?.();
    checkSameObject(key, object, answer);
    if (answer.startByte !== start) {
      await answer.body.cancel();
      return false;
    }
    const onBytes = (): void => options.onSent?.(block.filled);
    await readBlocks(answer, [block], { signal: options.signal, onBytes });
    return true;
  });
}

/** For a server that answers every range with the whole object: one stream from start to end. */
async function fetchAsStream(run: TransferRun, job: DownloadJob, object: DownloadedObject): Promise<void> {
  const { key } = job;
  const missing = (): DownloadBlock[] => object.blocks.filter((block) => !block.isWritten);
  run.meter.restart(object.blocks.reduce((sum, block) => sum + (block.isWritten ? block.end - block.start : 0), 0));
  const gainedBytes = (): number => object.blocks.reduce((sum, block) => sum + block.filled, 0);
  await persist(run, { kind: 'body', takesSlot: true, gainedBytes }, async (options) => {
    const blocks = missing();
    const answer = await run.cos.getObject({ key, asStored: true }, options);
    options.onStart?.();
    checkSameObject(key, object, answer);
    const onBytes = (): void => options.onAlive?.();
    const onFull = async (block: DownloadBlock): Promise<void> => {
      await keepBlock(run, job, block);
      run.meter.settled(0, block.end - block.start);
      run.progressed();
    };
    await readBlocks(answer, blocks, { signal: options.signal, onBytes, onFull });
  });
}

/** Hashes and writes a full block, and lets go of its bytes. */
async function keepBlock(run: TransferRun, job: DownloadJob, block: DownloadBlock): Promise<void> {
  const { buffer } = block;
  const { sink } = job;
  if (buffer) {
    const hashing = run.verify && !sink.countsChecksums ? run.crc64(new Blob([buffer]), run.signal) : undefined;
    try {
      const [counted, written] = await Promise.all([hashing, sink.write(buffer, block.start)]);
      const crc64 = counted ?? written;
      if (crc64 !== undefined) block.crc64 = crc64;
    } catch (error) {
      // The sink has the bytes and did not keep them: a retry fetches them again.
      if (buffer.byteLength === 0) {
        run.meter.takeBack(block.filled);
        block.filled = 0;
        delete block.buffer;
      }
      throw error;
    }
  }
  delete block.buffer;
  block.isWritten = true;
  run.downloads.kept(job, block);
}

async function verify(run: TransferRun, job: DownloadJob, object: DownloadedObject): Promise<TransferResult> {
  if (!run.verify) return resultOf({ ...object, verified: false, crc64: undefined });
  const parts = object.blocks.map(({ crc64 = '0', start, end }) => ({ crc64, sizeBytes: end - start }));
  const ours = crc64CombineAll(parts);
  const theirs = object.crc64;
  if (theirs !== undefined && ours !== theirs) throw checksumMismatch(job.key, ours, theirs);
  return resultOf({ ...object, verified: theirs !== undefined, crc64: ours });
}
