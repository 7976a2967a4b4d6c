import { createCRC32 } from 'hash-wasm';
import { createZipWriter } from '#files/createZipWriter.ts';
import { abortable } from '#lib/abortable.ts';
import { toFailure } from '#lib/Failure.ts';
import type { ArchiveBuilding, ArchiveJob } from './ArchiveJob.ts';
import { createChanges } from './createChanges.ts';
import { createPieceCutter } from './createPieceCutter.ts';
import { fetchPiece } from './fetchPiece.ts';
import { inLanes } from './inLanes.ts';
import { MIB } from './planParts.ts';
import { readAhead } from './readAhead.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import { writePieces } from './writePieces.ts';

const PIECE_BYTES = 2 * MIB;
/** Pieces fetched or being fetched and not written yet: 32 MiB, whatever the size of the archive. */
const WINDOW = 16;
const PAGES_AHEAD = 10;

/**
 * Fetches objects piece by piece, several at a time and across their borders, and writes them in order as one ZIP file.
 *
 * [Note: An archive is whole or absent] A listing that breaks off, an object that changed or a checksum that differs is
 * a failure of the transfer: nothing is committed, and a retry begins again. A pause, an outage or a refused request
 * keeps what is written, and the archive goes on from there.
 */
export async function archiveObjects(run: TransferRun, job: ArchiveJob): Promise<TransferResult> {
  const building = (job.building ??= await begin(job));
  try {
    const roles = ['write', ...Array.from({ length: run.lanes }, () => 'fetch')];
    await inLanes({ ...run, lanes: roles.length }, roles, (lane, role) =>
      role === 'write' ? writePieces(lane, building) : fetchPieces(lane, building),
    );
    run.enter('verifying');
    await job.sink.truncate(await building.zip.finish());
    await job.sink.commit();
    return { etag: '', verified: building.isVerified };
  } catch (error) {
    run.signal.throwIfAborted();
    if (building.isBroken || toFailure(error).kind === 'integrity') {
      building.pages.stop();
      delete job.building;
      await job.sink.truncate(0);
    }
    throw error;
  }
}

async function begin(job: ArchiveJob): Promise<ArchiveBuilding> {
  const crc32 = await createCRC32();
  let totalBytes = 0;
  job.resized(totalBytes);
  return {
    zip: createZipWriter(async (bytes, atByte) => void (await job.sink.write(bytes, atByte)), {
      inOrder: job.sink.inOrder === true,
    }),
    crc32,
    pages: readAhead(job.members(), PAGES_AHEAD, (page) => {
      totalBytes += page.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      job.resized(totalBytes);
    }),
    cutter: createPieceCutter(PIECE_BYTES),
    pieces: [],
    isPlanned: false,
    isVerified: true,
    isBroken: false,
    changes: createChanges(),
  };
}

async function fetchPieces(run: TransferRun, building: ArchiveBuilding): Promise<void> {
  const { pieces, changes } = building;
  for (;;) {
    run.signal.throwIfAborted();
    const piece = pieces.find(({ state }) => state === 'planned') ?? cutPiece(building);
    if (piece?.state === 'planned') {
      piece.state = 'fetching';
      try {
        await fetchPiece(run, piece);
        piece.state = 'ready';
      } finally {
        if (piece.state === 'fetching') piece.state = 'planned';
        changes.tell();
      }
    } else if (piece) {
      changes.tell();
    } else if (pieces.length >= WINDOW) {
      await abortable(changes.next(), run.signal);
    } else if (building.isPlanned) {
      return;
    } else {
      await abortable(plan(building), run.signal);
    }
  }
}

/** The next piece of the archive, put in line; undefined when the line is full or another page is needed. */
function cutPiece({ pieces, cutter }: ArchiveBuilding): ArchiveBuilding['pieces'][number] | undefined {
  if (pieces.length >= WINDOW) return undefined;
  const piece = cutter.next();
  if (piece) pieces.push(piece);
  return piece;
}

/** Gets the next page of members; whoever comes meanwhile waits for the same one. */
function plan(building: ArchiveBuilding): Promise<void> {
  return (building.planning ??= takePage(building));
}

async function takePage(building: ArchiveBuilding): Promise<void> {
  try {
    const page = await building.pages.next();
    if (page === undefined) building.isPlanned = true;
    else building.cutter.add(page);
  } catch (error) {
    building.isBroken = true;
    throw error;
  } finally {
    delete building.planning;
    building.changes.tell();
  }
}
