import type { CompleteMultipartUploadOutput } from '#cos/CosCalls.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { checkFile } from './checkFile.ts';
import { checkName, mayBeOurs } from './checkName.ts';
import { checksumMismatch } from './integrityFailure.ts';
import { persist } from './persist.ts';
import { reconcileParts } from './reconcileParts.ts';
import { resultOf } from './resultOf.ts';
import type { TransferResult, TransferRun } from './TransferRun.ts';
import { forbidsOverwrite } from './UploadJob.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';
import { recogniseCompleted, wholeChecksum } from './wholeChecksum.ts';

/** COS disagrees about the parts: ask it which it has, and send the others. */
const STATE_CODES = new Set(['InvalidPart', 'InvalidPartOrder', 'EntityTooSmall']);

/**
 * Joins the parts and compares the checksum of the whole object. Answers `'parts-missing'` when the server does not
 * have them all; they are no longer in `upload.confirmed` then.
 */
export async function completeMultipart(
  run: TransferRun,
  job: UploadJob,
  upload: MultipartUpload,
): Promise<TransferResult | 'parts-missing'> {
  if ([...upload.confirmed.values()].some((part) => part.etag === undefined)) {
    // The CORS rule hides ETag on UploadPart; ListParts has it in its body.
    await reconcileParts(run, job, upload);
  }
  if (upload.confirmed.size < upload.plan.length) return 'parts-missing';
  // What was sent is the file as it was. The person is asked before that becomes the object.
  const unreadable = await checkFile(job.file);
  if (unreadable?.code === 'FileChanged') throw new FailureError(unreadable);
  const ours = run.verify ? await wholeChecksum(run, job, upload) : undefined;
  const { key } = job;
  const { uploadId } = upload;
  const parts = upload.plan.map(({ partNumber }) => ({
    partNumber,
    etag: upload.confirmed.get(partNumber)?.etag ?? '',
  }));
  const isRepeated = upload.completeSent;
  let hasLostAnswer = false;
  const isThere = async (): Promise<TransferResult | undefined> => {
    const there = await recogniseCompleted(run, job, upload);
    // The very same object may have been there before, or be somebody else's: these parts are nobody's then.
    if (there) void job.discard(key, uploadId);
    return there;
  };
  const inDoubt = (): Promise<TransferResult | undefined> => {
    hasLostAnswer = true;
    return isThere();
  };
  if (isRepeated) {
    const earlier = await isThere();
    if (earlier) return earlier;
  } else await checkName(run, job);
  upload.completeSent = true;
  try {
    const answer = await persist<Completed>(run, { kind: 'merge', inDoubt }, (options) =>
      run.cos.completeMultipartUpload({ key, uploadId, parts, forbidOverwrite: forbidsOverwrite(job) }, options),
    );
    if ('verified' in answer) return answer;
    return await verify(run, job, answer, ours);
  } catch (error) {
    run.signal.throwIfAborted();
    const { code } = toFailure(error);
    if (code === 'ChecksumMismatch') throw error;
    if (STATE_CODES.has(code)) {
      await reconcileParts(run, job, upload);
      if (upload.confirmed.size < upload.plan.length) return 'parts-missing';
      throw error;
    }
    if (code === 'FileAlreadyExists' && !mayBeOurs(job, isRepeated || hasLostAnswer)) throw error;
    const after = await isThere();
    if (!after) throw error;
    return after;
  }
}

type Completed = TransferResult | CompleteMultipartUploadOutput;

async function verify(
  run: TransferRun,
  job: UploadJob,
  answer: CompleteMultipartUploadOutput,
  ours: string | undefined,
): Promise<TransferResult> {
  if (ours === undefined) return resultOf({ ...answer, verified: false, crc64: undefined });
  run.enter('verifying');
  const theirs = answer.crc64 ?? (await storedChecksum(run, job.key));
  if (theirs !== undefined && theirs !== ours) throw checksumMismatch(job.key, ours, theirs);
  return resultOf({ ...answer, verified: theirs !== undefined, crc64: ours });
}

/** The checksum header is missing on Complete where it is hidden, and where COS merges for long: HEAD may show it. */
async function storedChecksum(run: TransferRun, key: string): Promise<string | undefined> {
  try {
    return (await persist(run, { kind: 'answer' }, (options) => run.cos.headObject({ key }, options))).crc64;
  } catch (error) {
    run.signal.throwIfAborted();
    // The object is there, the right to read it may not be: "not verified" is the honest answer.
    if (error instanceof FailureError && error.failure.kind === 'service') return undefined;
    throw error;
  }
}
