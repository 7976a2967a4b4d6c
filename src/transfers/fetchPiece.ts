import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { ArchivePiece } from './ArchivePiece.ts';
import { checkSameObject } from './checkSameObject.ts';
import { countBlock } from './countBlock.ts';
import { persist } from './persist.ts';
import { readBlocks } from './readBlocks.ts';
import type { TransferRun } from './TransferRun.ts';

/**
 * Fills the buffer of a piece and counts its checksum. Goes on from where an earlier run was stopped.
 *
 * @throws FailureError `ObjectChanged` when the object is not of the listed size, or not the one of the pieces before
 */
export async function fetchPiece(run: TransferRun, piece: ArchivePiece): Promise<void> {
  const { open, block } = piece;
  const { key, sizeBytes } = open.member;
  const bodyBytes = block.end - block.start;
  try {
    if (block.filled < bodyBytes) {
      const gainedBytes = (): number => block.filled;
      await persist(run, { kind: 'body', bodyBytes, takesSlot: true, gainedBytes }, async (options) => {
        const range = { start: block.start + block.filled, end: block.end };
        const answer = await run.cos.getObject({ key, range, asStored: true }, options);
        options.onStart?.();
        checkSameObject(key, open.object ?? { sizeBytes }, answer);
        const { etag, crc64 } = answer;
        open.object ??= {
          sizeBytes,
          ...(etag === undefined ? {} : { etag }),
          ...(crc64 === undefined ? {} : { crc64 }),
        };
        await readBlocks(answer, [block], { signal: options.signal, onBytes: () => options.onSent?.(block.filled) });
      });
    }
  } catch (error) {
    run.signal.throwIfAborted();
    // Shorter than the range that was asked for: not what was listed.
    if (toFailure(error).status !== 416) throw error;
    const message = `listed with ${sizeBytes} bytes, and there is nothing at byte ${block.start}`;
    throw new FailureError({ kind: 'integrity', code: 'ObjectChanged', message, facts: { key } }, { cause: error });
  }
  if (!run.verify) return;
  try {
    await countBlock(run, block);
  } catch (error) {
    block.filled = 0;
    delete block.buffer;
    throw error;
  }
}
