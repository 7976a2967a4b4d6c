import { crc64CombineAll } from '#lib/crc64Combine.ts';
import { toFailure } from '#lib/Failure.ts';
import type { DownloadBlock, DownloadedObject, DownloadJob } from './DownloadJob.ts';
import { inLanes } from './inLanes.ts';
import { checksumMismatch } from './integrityFailure.ts';
import { checkSameObject, openDownload } from './openDownload.ts';
import { persist } from './persist.ts';
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
    const object = (job.object ??= await openDownload(run, job));
    await fetchBlocks({ ...run, lanes: Math.min(run.lanes, LANES) }, job, object);
    run.enter('verifying');
    const result = await verify(run, job, object);
    await job.sink.truncate(object.sizeBytes);
    await job.sink.commit();
    return result;
  } catch (error) {
    run.signal.throwIfAborted();
    if (toFailure(error).kind === 'integrity') {
      // Nothing of it can be trusted: a retry starts over, and no file is kept.
      delete job.object;
      await job.sink.truncate(0);
    }
    throw error;
  }
}

async function fetchBlocks(run: TransferRun, job: DownloadJob, object: DownloadedObject): Promise<void> {
  const missing = object.blocks.filter((block) => !block.isWritten);
  let rangesIgnored = false;
  await inLanes(run, missing, async (lane, block) => {
    if (rangesIgnored) return;
    if (block.start + block.filled < block.end) rangesIgnored = !(await fetchBlock(lane, job, object, block));
    if (!rangesIgnored) await keepBlock(lane, job, block);
  });
  if (rangesIgnored) await fetchAsStream(run, job, object);
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
}

async function verify(run: TransferRun, job: DownloadJob, object: DownloadedObject): Promise<TransferResult> {
  if (!run.verify) return resultOf({ ...object, verified: false, crc64: undefined });
  const parts = object.blocks.map(({ crc64 = '0', start, end }) => ({ crc64, sizeBytes: end - start }));
  const ours = crc64CombineAll(parts);
  const theirs = object.crc64;
  if (theirs !== undefined && ours !== theirs) throw checksumMismatch(job.key, ours, theirs);
  return resultOf({ ...object, verified: theirs !== undefined, crc64: ours });
}
