import { abortable } from '#lib/abortable.ts';
import { crc64Combine } from '#lib/crc64Combine.ts';
import type { ArchiveBuilding } from './ArchiveJob.ts';
import type { ArchivePiece } from './ArchivePiece.ts';
import { checksumMismatch } from './integrityFailure.ts';
import type { TransferRun } from './TransferRun.ts';

/** Writes pieces in order as they become ready, until the last. An entry is ended only with the right checksum. */
export async function writePieces(run: TransferRun, building: ArchiveBuilding): Promise<void> {
  const { pieces, changes } = building;
  for (;;) {
    run.signal.throwIfAborted();
    const [piece] = pieces;
    if (piece === undefined && building.isPlanned) return;
    if (piece?.state !== 'ready') {
      await abortable(changes.next(), run.signal);
      continue;
    }
    // Half a piece cannot be gone on with.
    building.isBroken = true;
    await writePiece(run, building, piece);
    building.isBroken = false;
    pieces.shift();
    changes.tell();
  }
}

async function writePiece(run: TransferRun, building: ArchiveBuilding, { open, block }: ArchivePiece): Promise<void> {
  const { zip, crc32 } = building;
  const { member } = open;
  if (block.start === 0) {
    crc32.init();
    await zip.begin(member.path, member.sizeBytes, member.lastModified);
  }
  if (block.buffer) {
    crc32.update(block.buffer);
    await zip.append(block.buffer);
    delete block.buffer;
  }
  if (block.crc64 !== undefined) open.crc64 = crc64Combine(open.crc64, block.crc64, block.end - block.start);
  if (block.end < member.sizeBytes) return;
  const theirs = member.sizeBytes === 0 ? '0' : open.object?.crc64;
  if (!run.verify || theirs === undefined) building.isVerified = false;
  else if (theirs !== open.crc64) throw checksumMismatch(member.key, open.crc64, theirs);
  await zip.end(Number.parseInt(crc32.digest('hex'), 16));
}
