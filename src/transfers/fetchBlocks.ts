import { abortable } from '#lib/abortable.ts';
import { toFailure } from '#lib/Failure.ts';
import { checkSameObject } from './checkSameObject.ts';
import type { DownloadRun } from './createBlockBuffers.ts';
import { createBlockOrder } from './createBlockOrder.ts';
import type { BlockOrder } from './createBlockOrder.ts';
import { createChanges } from './createChanges.ts';
import { cutRanges } from './cutRanges.ts';
import type { DownloadBlock, DownloadedObject, DownloadJob } from './DownloadJob.ts';
import { fetchAsStream } from './fetchAsStream.ts';
import { inLanes } from './inLanes.ts';
import { keepBlock } from './keepBlock.ts';
import { openDownload } from './openDownload.ts';
import { persist } from './persist.ts';
import { readBlocks } from './readBlocks.ts';

/** Fetches, checks and keeps every block of the object that is missing, several requests at a time. */
export async function fetchBlocks(run: DownloadRun, job: DownloadJob): Promise<DownloadedObject> {
  const known = createChanges();
  let ranges: Iterator<readonly DownloadBlock[], void> | undefined;
  let order: BlockOrder | undefined;
  const start = (object: DownloadedObject, blocks: readonly DownloadBlock[]): void => {
    job.object = object;
    job.sink.begins?.(object.sizeBytes);
    // A block that has come waits for those before it, so a sink that cannot go back gets them one by one.
    ranges = job.sink.inOrder ? oneByOne(blocks) : cutRanges(blocks, run.lanes, run.policy.rangeBytes);
    if (job.sink.inOrder) order = createBlockOrder(object.blocks);
    known.tell();
  };
  const isOpen = job.object !== undefined;
  if (job.object) start(job.object, job.object.blocks);

  let rangesIgnored = false;
  const lanes = Array.from({ length: run.lanes }, (_, lane) => lane);
  await inLanes(run, lanes, async (lane, number) => {
    if (number === 0 && !isOpen) {
      await job.sink.makeRoom?.(job.sizeBytes);
      const first = await openDownload(lane, job, (object) => {
        run.downloads.began(job, object, run.cos.location);
        start(object, object.blocks.slice(1));
      });
      await keepBlock(lane, job, first);
      order?.written();
    }
    while (!job.object) await abortable(known.next(), lane.signal);
    const { object } = job;
    for (let range = ranges?.next(); range?.value && !rangesIgnored; range = ranges?.next()) {
      if (!(await fetchRange(lane, job, object, range.value, order))) rangesIgnored = true;
    }
  });
  const { object } = job;
  if (!object) throw new Error('No lane has opened the object');
  if (rangesIgnored) await fetchAsStream(run, job, object);
  return object;
}

/** A file worker that crashes again and again has a reason. */
const MOST_CRASHES = 2;

/** False when the server does not do ranges. What a crash of the file worker has taken along is fetched once more. */
async function fetchRange(
  run: DownloadRun,
  job: DownloadJob,
  object: DownloadedObject,
  range: readonly DownloadBlock[],
  order: BlockOrder | undefined,
): Promise<boolean> {
  for (let crashes = 0; ; crashes += 1) {
    const missing = range.filter(({ isWritten }) => !isWritten);
    try {
      return await requestRange(run, job, object, missing, order);
    } catch (error) {
      // The request failed as a whole; the blocks it brought before are there all the same.
      run.meter.settled(NO_REQUEST, sum(missing.filter(({ isWritten }) => isWritten)));
      if (toFailure(error).code !== 'FileWorkerStopped' || crashes >= MOST_CRASHES) throw error;
    }
  }
}

const NO_REQUEST = -1;

async function requestRange(
  run: DownloadRun,
  job: DownloadJob,
  object: DownloadedObject,
  blocks: readonly DownloadBlock[],
  order: BlockOrder | undefined,
): Promise<boolean> {
  const { key } = job;
  const end = blocks.at(-1)?.end ?? 0;
  const gainedBytes = (): number => blocks.reduce((gained, { filled }) => gained + filled, 0);
  // What an earlier run had read, and could not write before it was stopped.
  for (const block of blocks) if (isFull(block) && !block.isWritten) await keepInTurn(run, job, block, order);
  const hasRanges = await persist(
    run,
    { kind: 'body', bodyBytes: sum(blocks), takesSlot: true, gainedBytes },
    async (options) => {
      const rest = blocks.filter((block) => !isFull(block));
      const [next] = rest;
      if (next === undefined) return true;
      const start = next.start + next.filled;
      const answer = await run.cos.getObject({ key, range: { start, end }, asStored: true }, options);
      options.onStart?.();
      checkSameObject(key, object, answer);
      if (answer.startByte !== start) {
        await answer.body.cancel();
        return false;
      }
      const onBytes = (): void => options.onSent?.(gainedBytes());
      const onFull = (block: DownloadBlock): Promise<void> => keepBlock(run, job, block);
      await readBlocks(answer, rest, {
        signal: options.signal,
        buffers: run.buffers,
        onBytes,
        ...(order ? {} : { onFull }),
      });
      return true;
    },
  );
  // Outside of the request: a person may pause the download in the browser, and that is no silence of the server.
  if (hasRanges && order) for (const block of blocks) await keepInTurn(run, job, block, order);
  return hasRanges;
}

async function keepInTurn(
  run: DownloadRun,
  job: DownloadJob,
  block: DownloadBlock,
  order: BlockOrder | undefined,
): Promise<void> {
  if (block.isWritten) return;
  await order?.turn(block, run.signal);
  await keepBlock(run, job, block);
  order?.written();
}

function* oneByOne(blocks: readonly DownloadBlock[]): Generator<readonly DownloadBlock[], void> {
  for (const block of blocks) if (!block.isWritten) yield [block];
}

function isFull({ start, end, filled }: DownloadBlock): boolean {
  return start + filled >= end;
}

function sum(blocks: readonly DownloadBlock[]): number {
  return blocks.reduce((bytes, { start, end }) => bytes + end - start, 0);
}
