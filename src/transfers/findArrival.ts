import { abandon } from './abandon.ts';
import { backgroundRun } from './backgroundRun.ts';
import type { EngineConnection } from './EngineConnection.ts';
import type { EngineParts } from './EngineParts.ts';
import { compareHead, headIfPresent } from './recognise.ts';
import type { Expected } from './recognise.ts';
import { delay } from './Timers.ts';
import type { TransferResult } from './TransferRun.ts';
import type { UploadJob } from './UploadJob.ts';
import { wholeChecksum } from './wholeChecksum.ts';

/** What has become of an upload that was cancelled when all of its bytes had left. */
export type Arrival = TransferResult | 'absent' | 'unknown';

/** A body that the network still carries is stored a moment after we have stopped listening. */
const LOOKS = 2;

/**
 * Removes what is left of a cancelled upload and asks the bucket whether the object is there all the same; see
 * `[Note: Too late to cancel]`. The parts go first: after that no Complete can succeed any more, so what HEAD says stays
 * true. Goes on through outages; rejects with the signal's reason only.
 */
export async function findArrival(
  engine: EngineParts,
  connection: EngineConnection,
  signal: AbortSignal,
  job: UploadJob,
): Promise<Arrival> {
  const run = backgroundRun(engine, connection, signal);
  const { key, file, multipart: upload } = job;
  await abandon(job);
  signal.throwIfAborted();
  const expected: Expected = {
    key,
    sizeBytes: file.size,
    crc64: async () => (upload ? wholeChecksum(run, job, upload) : (job.crc64 ??= await run.crc64(file, signal))),
    ...(upload ? { partCount: upload.plan.length } : {}),
  };
  try {
    for (let looks = 1; ; looks += 1) {
      const head = await connection.tidying(() => headIfPresent(run, key), signal);
      const compared = head ? await compareHead(head, expected) : 'other';
      if (compared !== 'other') return compared;
      if (looks >= LOOKS) return 'absent';
      await delay(run.timers, run.policy.arrivalMs, signal);
    }
  } catch {
    signal.throwIfAborted();
    return 'unknown'; // The keys may not ask, or the file cannot be read any more.
  }
}
