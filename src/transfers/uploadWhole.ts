import type { SendOptions } from '#cos/CosClient.ts';
import { crc64OfBytes } from '#lib/crc64OfBytes.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { fileFailure } from './checkFile.ts';
import { checkName, mayBeOurs } from './checkName.ts';
import { createWholeSender } from './createWholeSender.ts';
import type { WholeSender } from './createWholeSender.ts';
import { checksumMismatch } from './integrityFailure.ts';
import { isAmbiguous } from './isAmbiguous.ts';
import { persist } from './persist.ts';
import { recognise } from './recognise.ts';
import { resultOf } from './resultOf.ts';
import { takeTurn } from './takeTurn.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import { forbidsOverwrite } from './UploadJob.ts';
import type { UploadJob } from './UploadJob.ts';
import { writtenWith } from './writtenWith.ts';
import type { RequestKind } from './watchSilence.ts';

/** Sends a file in one request and compares the checksum of what arrived; a damaged arrival is sent again. */
export async function uploadWhole(run: TransferRun, job: UploadJob): Promise<TransferResult> {
  const { file, key } = job;
  const sender = createWholeSender(run, { key, sizeBytes: file.size });
  let isOurs = false;
  for (let resends = 0; ; resends += 1) {
    const bytes = await bytesForForm(run, sender, file);
    const hashing = run.verify ? hash(run, file, bytes) : undefined;
    hashing?.catch(() => undefined); // Awaited below; until then a failure must not count as unhandled.
    const input = {
      key,
      body: file,
      ...writtenWith(job),
      // Our own damaged object is in the way of the resend, and nobody else's.
      forbidOverwrite: forbidsOverwrite(job) && !isOurs,
    };
    const kind = (): RequestKind => sender.kind;
    let hasLostAnswer = false;
    const sending = takeTurn(run, job, undefined, async (limit) => {
      if (!isOurs) await checkName(run, job);
      return persist(run, { kind, bodyBytes: file.size, takesSlot: true }, async (options) => {
        hasLostAnswer = job.hasLeft === true;
        return noticing(job, kind(), options, (watched) => sender.send({ ...input, ...limit }, watched, bytes));
      });
    });
    const answer = await sending.catch((error: unknown) => {
      if (!mayBeOurs(job, hasLostAnswer)) throw error;
      return recogniseReplay(run, job, error);
    });
    if ('verified' in answer) return answer;
    run.enter('verifying');
    const ours = await hashing;
    const theirs = answer.crc64;
    const isUncertain = ours === undefined || theirs === undefined;
    if (isUncertain || ours === theirs) return resultOf({ ...answer, verified: !isUncertain, crc64: ours });
    run.meter.takeBack(file.size);
    if (resends >= run.policy.checksumResends) throw checksumMismatch(key, ours, theirs);
    isOurs = true;
    run.enter('transferring');
  }
}

/** Notes when all of the body has left, unless the bucket says no to it. A form does not show how far it is. */
async function noticing<T>(
  job: UploadJob,
  kind: RequestKind,
  options: SendOptions,
  send: (options: SendOptions) => Promise<T>,
): Promise<T> {
  const hadLeft = job.hasLeft === true;
  const sent = (bytes: number): void => {
    if (bytes >= job.file.size) job.hasLeft = true;
  };
  try {
    return await send({
      ...options,
      onStart: () => {
        sent(kind === 'form' ? job.file.size : 0);
        options.onStart?.();
      },
      onSent: (bytes) => {
        sent(bytes);
        options.onSent?.(bytes);
      },
    });
  } catch (error) {
    const failure = toFailure(error);
    if (failure.kind === 'service' && !isAmbiguous(failure)) job.hasLeft = hadLeft;
    throw error;
  }
}

/**
 * [Note: Small files are read once] A form needs its file's bytes in memory anyway. Those of a small one are counted
 * here in less time than the question to the checksum worker and its own read of the file would take.
 */
async function bytesForForm(
  run: TransferRun,
  sender: WholeSender,
  file: Blob,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (sender.kind !== 'form' || file.size > run.policy.countHereBytes) return undefined;
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new FailureError(fileFailure(error), { cause: error });
  } finally {
    run.signal.throwIfAborted();
  }
}

async function hash(run: TransferRun, file: Blob, bytes: Uint8Array | undefined): Promise<string> {
  return bytes ? crc64OfBytes(bytes) : run.crc64(file, run.signal);
}

/** A 409 may be the echo of our own success whose answer was lost. Who may not look cannot tell, and takes it as said. */
async function recogniseReplay(run: TransferRun, job: UploadJob, error: unknown): Promise<TransferResult> {
  run.signal.throwIfAborted();
  if (toFailure(error).code !== 'FileAlreadyExists') throw error;
  job.crc64 = await run.crc64(job.file, run.signal);
  const { key, crc64 } = job;
  const replay = await recognise(run, { key, sizeBytes: job.file.size, crc64 }).catch((refusal: unknown) => {
    run.signal.throwIfAborted();
    if (toFailure(refusal).status === 403) return undefined;
    throw refusal;
  });
  if (!replay) throw error;
  return replay;
}
