import type { UploadPartOutput } from '#cos/CosCalls.ts';
import { toFailure } from '#lib/Failure.ts';
import type { PacedPart } from './createPace.ts';
import { createPartSource } from './createPartSource.ts';
import { checksumMismatch } from './integrityFailure.ts';
import { findSentPart } from './findSentPart.ts';
import { inLanes } from './inLanes.ts';
import { isOutage } from './isOutage.ts';
import { persist } from './persist.ts';
import type { PlannedPart } from './planParts.ts';
import type { TransferRun } from './TransferRun.ts';
import { ownConnections, takeTurn } from './takeTurn.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';

/**
 * Sends every part the server has not confirmed, as many at a time as the connection's pace allows; under a limit of
 * its own as many as that is spread over, and what they tell about the line is not believed.
 */
export async function sendParts(run: TransferRun, job: UploadJob, upload: MultipartUpload): Promise<void> {
  const { pace } = run;
  const source = createPartSource(job, upload, pace, run.timers.now, run.wish.partBytes !== undefined);
  const connections = ownConnections(run, job);
  const lanes = connections === undefined ? run : { ...run, lanes: connections };
  const end = pace.begin();
  const sending = inLanes(lanes, turns(source.hasMore), async (lane) => {
    const paced = connections === undefined ? await pace.enter(lane.signal) : UNPACED;
    const part = source.take(); // Not before: the wait may have changed how the rest is cut.
    try {
      if (part) await sendPart(lane, job, upload, part, paced);
    } finally {
      if (part) source.leave(part);
      paced.leave();
    }
  });
  await sending.finally(end);
}

const nothing = (): void => undefined;
const UNPACED: PacedPart = { started: nothing, answered: nothing, failed: nothing, leave: nothing };

function* turns(hasMore: () => boolean): Generator<undefined> {
  while (hasMore()) yield undefined;
}

/**
 * [Note: Hashing beside the sending] The worker reads the same slice while the network process sends it; nothing is
 * read before the first byte leaves, and nothing is hashed twice. The lane waits for the checksum of its part before
 * it takes the next one, so that a slow hash slows the sending down instead of piling up behind it.
 */
async function sendPart(
  run: TransferRun,
  job: UploadJob,
  upload: MultipartUpload,
  part: PlannedPart,
  paced: PacedPart,
): Promise<void> {
  const { key, file } = job;
  const { partNumber } = part;
  const sizeBytes = part.end - part.start;
  /** The whole body had left when the answer was lost. */
  let isOut = false;
  for (let resends = 0; ; resends += 1) {
    // A resend replaces bytes that arrived damaged, so a part that is there is not what is wanted.
    const inDoubt = async (): Promise<UploadPartOutput | undefined> =>
      isOut && resends === 0 ? findSentPart(run, { key, uploadId: upload.uploadId }, part) : undefined;
    const body = file.slice(part.start, part.end);
    const hashing = run.verify ? run.crc64(body, run.signal) : undefined;
    hashing?.catch(() => undefined); // Awaited below; until then a failure must not count as unhandled.
    const input = { key, uploadId: upload.uploadId, partNumber, body };
    const answer = await takeTurn(run, job, ownConnections(run, job), (limit) =>
      persist(run, { kind: 'body', bodyBytes: sizeBytes, takesSlot: true, inDoubt }, async (options) => {
        // A request that is held back on purpose says nothing about the line.
        const told = limit.trafficLimit === undefined ? paced : UNPACED;
        isOut = false;
        const onSent = (bytes: number): void => {
          isOut = bytes >= sizeBytes;
          options.onSent?.(bytes);
        };
        const onStart = (): void => {
          told.started();
          options.onStart?.();
        };
        try {
          const answered = await run.cos.uploadPart({ ...input, ...limit }, { ...options, onStart, onSent });
          told.answered(sizeBytes);
          return answered;
        } catch (error) {
          isOut &&= toFailure(error).kind === 'network';
          const failure = toFailure(error);
          told.failed(!run.signal.aborted && (isOutage(failure) || failure.facts?.haveKeysEnded === true));
          throw error;
        }
      }),
    );
    const crc64 = await hashing;
    if (crc64 === undefined || answer.crc64 === undefined || answer.crc64 === crc64) {
      upload.confirmed.set(partNumber, {
        sizeBytes,
        ...(answer.etag === undefined ? {} : { etag: answer.etag }),
        ...(crc64 === undefined ? {} : { crc64 }),
      });
      run.journal.confirmed(upload, partNumber);
      return;
    }
    run.meter.takeBack(sizeBytes);
    if (resends >= run.policy.checksumResends) throw checksumMismatch(key, crc64, answer.crc64);
  }
}
