import type { CopySource } from '#cos/CosCalls.ts';
import type { ObjectHead, ObjectHeaders } from '#cos/CosObject.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { toFailure } from '#lib/Failure.ts';
import type { OpenUpload, OperationRun } from './OperationRun.ts';

export interface PartCopy {
  readonly source: { readonly key: ObjectKey; readonly sizeBytes: number };
  readonly from: CopySource;
  readonly to: ObjectKey;
  readonly original: ObjectHead;
  readonly chosen: Pick<ObjectHeaders, 'storageClass' | 'acl' | 'forbidOverwrite'>;
}

/** Most parts of one upload (COS documentation 14518). */
const MOST_PARTS = 10_000;

/**
 * Copies what is too large for one request. A part copy carries nothing but bytes, so everything that is said about the
 * object is said again. The upload is noted while it is open, so that a page that is closed meanwhile leaves nothing behind:
 * its successor ends it and begins again, because parts that the server copies cost nothing to copy again.
 */
export async function copyInParts(run: OperationRun, copy: PartCopy): Promise<void> {
  const { target } = run;
  const { from, to, original, chosen, source } = copy;
  const tags = run.readsTags ? await run.cos.getObjectTagging({ key: source.key }) : {};
  const { contentType, metadata, delivery } = original;
  const { uploadId } = await target.initiateMultipartUpload({
    key: to,
    ...chosen,
    tags,
    ...(contentType === undefined ? {} : { contentType }),
    ...(metadata === undefined ? {} : { storedMetadata: metadata }),
    ...(delivery === undefined ? {} : { delivery }),
  });
  await run.notes.began({ key: to, uploadId });
  try {
    const parts: { partNumber: number; etag: string }[] = [];
    for (const [index, range] of partRanges(source.sizeBytes, run.policy.partCopyBytes).entries()) {
      const partNumber = index + 1;
      const { etag } = await target.uploadPartCopy({ key: to, uploadId, partNumber, source: from, range });
      parts.push({ partNumber, etag });
    }
    const { forbidOverwrite = false } = chosen;
    await target.completeMultipartUpload({ key: to, uploadId, parts, forbidOverwrite });
    await run.notes.ended({ key: to, uploadId });
  } catch (error) {
    // Also when Complete worked and its answer got lost: the caller looks at what is there.
    if (toFailure(error).code === 'NoSuchUpload') return;
    if (!run.signal.aborted) await endUpload(run, { key: to, uploadId });
    throw error;
  }
}

/** Byte ranges of equal size but for the last; sizes grow where there would be too many. */
export function partRanges(sizeBytes: number, partBytes: number): { readonly start: number; readonly end: number }[] {
  const size = Math.max(partBytes, Math.ceil(sizeBytes / MOST_PARTS));
  return Array.from({ length: Math.ceil(sizeBytes / size) }, (_, index) => ({
    start: index * size,
    end: Math.min(sizeBytes, (index + 1) * size),
  }));
}

/** Ends an upload of ours that nobody will complete; one that is gone is fine too. */
export async function endUpload({ target, notes }: OperationRun, upload: OpenUpload): Promise<void> {
  try {
    await target.abortMultipartUpload(upload);
  } catch (error) {
    if (toFailure(error).code !== 'NoSuchUpload') return; // Still noted: whoever comes next tries again.
  }
  await notes.ended(upload);
}
