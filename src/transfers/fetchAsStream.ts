import { checkSameObject } from './checkSameObject.ts';
import type { DownloadRun } from './createBlockBuffers.ts';
import type { DownloadBlock, DownloadedObject, DownloadJob } from './DownloadJob.ts';
import { keepBlock } from './keepBlock.ts';
import { persist } from './persist.ts';
import { readBlocks } from './readBlocks.ts';
import { writtenBytes } from './writtenBytes.ts';

/** For a server that answers every range with the whole object: one stream from start to end. */
export async function fetchAsStream(run: DownloadRun, job: DownloadJob, object: DownloadedObject): Promise<void> {
  const { key } = job;
  run.meter.restart(writtenBytes(object));
  const gainedBytes = (): number => object.blocks.reduce((sum, { filled }) => sum + filled, 0);
  await persist(run, { kind: 'body', takesSlot: true, gainedBytes }, async (options) => {
    const blocks = object.blocks.filter(({ isWritten }) => !isWritten);
    const answer = await run.cos.getObject({ key, asStored: true }, options);
    options.onStart?.();
    checkSameObject(key, object, answer);
    const onBytes = (): void => options.onAlive?.();
    const onFull = async (block: DownloadBlock): Promise<void> => {
      await keepBlock(run, job, block);
      run.meter.settled(0, block.end - block.start);
      run.progressed();
    };
    await readBlocks(answer, blocks, { signal: options.signal, buffers: run.buffers, onBytes, onFull });
  });
}
