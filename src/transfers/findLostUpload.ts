import type { ObjectKey } from '#cos/objectKey.ts';
import { persist } from './persist.ts';
import type { TransferRun } from './TransferRun.ts';
import type { UploadJob } from './UploadJob.ts';

/**
 * The upload that an Initiate without an answer may have begun: of this key, unknown to the journal, and still without
 * parts. It is used instead of beginning another one, which nobody would ever finish. We hold the lock of the key, so
 * no tab of ours can be meant; and an empty one of somebody else is as good as a new one.
 *
 * Undefined when there is none, or when listing is not allowed.
 */
export async function findLostUpload(run: TransferRun, job: UploadJob): Promise<{ uploadId: string } | undefined> {
  try {
    const found = await uploadsOf(run, job.key);
    const journaled = new Set((await run.journal.all()).map(({ upload }) => upload.uploadId));
    for (const { uploadId } of found.filter((upload) => !journaled.has(upload.uploadId)).toReversed()) {
      const input = { key: job.key, uploadId, maxParts: 1 };
      const { parts } = await persist(run, { kind: 'answer' }, (options) => run.cos.listParts(input, options));
      if (parts.length === 0) return { uploadId };
    }
  } catch (error) {
    run.signal.throwIfAborted();
    if (!(error instanceof Error && 'failure' in error)) throw error;
  }
  return undefined;
}

/** Of exactly this key, oldest first. A prefix also lists longer keys, so the pages end where those begin. */
async function uploadsOf(run: TransferRun, key: ObjectKey): Promise<{ uploadId: string }[]> {
  const found: { uploadId: string }[] = [];
  let markers: { keyMarker?: string; uploadIdMarker?: string } = {};
  for (;;) {
    const input = { prefix: key, ...markers };
    const page = await persist(run, { kind: 'answer' }, (options) => run.cos.listMultipartUploads(input, options));
    found.push(...page.uploads.filter((upload) => upload.key === key));
    const { nextKeyMarker: keyMarker, nextUploadIdMarker: uploadIdMarker } = page;
    if (keyMarker === undefined || page.uploads.some((upload) => upload.key !== key)) return found;
    markers = { keyMarker, ...(uploadIdMarker === undefined ? {} : { uploadIdMarker }) };
  }
}
