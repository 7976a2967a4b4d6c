import type { ObjectHead, ObjectHeaders } from '#cos/CosObject.ts';
import type { ObjectKey } from '#cos/objectKey.ts';
import { toFailure } from '#lib/Failure.ts';
import { FailureError } from '#lib/FailureError.ts';
import { endUpload, partRanges } from './copyInParts.ts';
import type { Source } from './Source.ts';
import type { OpenUpload, OperationRun } from './OperationRun.ts';

export interface PageCopy {
  readonly source: Source;
  readonly to: ObjectKey;
  readonly original: ObjectHead;
  readonly chosen: Pick<ObjectHeaders, 'storageClass' | 'acl' | 'forbidOverwrite'>;
}

/** Codes with which a bucket says that it may not, or cannot, read the other one itself. */
const CANNOT_READ = new Set([
  'AccessDenied',
  'InvalidCopySource',
  'InvalidArgument',
  'NoSuchBucket',
  'NoSuchCopySource',
  'NotImplemented',
]);

/** Whether a copy between buckets that failed on the server can still go through this page. */
export function canGoThroughPage(run: OperationRun, error: unknown): boolean {
  return run.toOtherPlace && CANNOT_READ.has(toFailure(error).code);
}

/**
 * Reads from one bucket and writes to the other, for keys that may not let the server do it. A few parts are in memory
 * at a time, however large the object. What a page that was closed has sent already is not sent again.
 */
export async function copyThroughPage(run: OperationRun, copy: PageCopy): Promise<void> {
  const { source, to, original, chosen } = copy;
  const { pagePartBytes } = run.policy;
  const { contentType, metadata, delivery } = original;
  const headers: ObjectHeaders = {
    ...chosen,
    tags: run.readsTags ? await run.cos.getObjectTagging({ key: source.key }) : {},
    ...(contentType === undefined ? {} : { contentType }),
    ...(metadata === undefined ? {} : { storedMetadata: metadata }),
    ...(delivery === undefined ? {} : { delivery }),
  };
  if (source.sizeBytes > pagePartBytes) return sendInParts(run, copy, headers);
  await run.throughPage(async () => {
    const body = source.sizeBytes === 0 ? new Blob() : await read(run, source, 0, source.sizeBytes);
    await run.target.putObject({ key: to, body, ...headers });
    run.onPageBytes(source.sizeBytes);
  }, run.signal);
}

async function sendInParts(run: OperationRun, { source, to, chosen }: PageCopy, headers: ObjectHeaders): Promise<void> {
  const { target } = run;
  const upload = await openUpload(run, source, to, headers);
  const { uploadId } = upload;
  try {
    const sent = await sentParts(run, upload);
    const parts = await Promise.all(
      partRanges(source.sizeBytes, run.policy.pagePartBytes).map(async ({ start, end }, index) => {
        const partNumber = index + 1;
        const etag =
          sent.get(`${partNumber} ${end - start}`) ??
          (await run.throughPage(async () => {
            const body = await read(run, source, start, end);
            return (await target.uploadPart({ key: to, uploadId, partNumber, body })).etag;
          }, run.signal));
        run.onPageBytes(end - start);
        return { partNumber, etag };
      }),
    );
    const listed = parts.every(({ etag }) => etag !== undefined) ? undefined : await sentParts(run, upload, 'number');
    await target.completeMultipartUpload({
      key: to,
      uploadId,
      parts: parts.map(({ partNumber, etag }) => ({ partNumber, etag: etag ?? listed?.get(`${partNumber}`) ?? '' })),
      forbidOverwrite: chosen.forbidOverwrite === true,
    });
    await run.notes.ended(upload);
  } catch (error) {
    // Also when Complete worked and its answer got lost: the caller looks at what is there.
    if (toFailure(error).code === 'NoSuchUpload') return;
    if (!run.signal.aborted) await endUpload(run, upload);
    throw error;
  }
}

/** The upload that a closed page has begun of this very object, or a new one. */
async function openUpload(
  run: OperationRun,
  { etag, sizeBytes }: Source,
  key: ObjectKey,
  headers: ObjectHeaders,
): Promise<OpenUpload> {
  const earlier = run.resumable.get(key);
  run.resumable.delete(key);
  const content = `${etag} ${sizeBytes} ${run.policy.pagePartBytes}`;
  if (earlier?.content === content) return earlier;
  if (earlier !== undefined) await endUpload(run, earlier);
  const { uploadId } = await run.target.initiateMultipartUpload({ key, ...headers });
  const upload = { key, uploadId, content };
  await run.notes.began(upload);
  return upload;
}

/** ETags of the parts that are there, by number and size, or by number alone. */
async function sentParts(
  { target }: OperationRun,
  { key, uploadId }: OpenUpload,
  by: 'number' | 'numberAndSize' = 'numberAndSize',
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  let partNumberMarker: number | undefined;
  do {
    const page = await target.listParts({
      key,
      uploadId,
      ...(partNumberMarker === undefined ? {} : { partNumberMarker }),
    });
    for (const { partNumber, sizeBytes, etag } of page.parts) {
      found.set(by === 'number' ? `${partNumber}` : `${partNumber} ${sizeBytes}`, etag);
    }
    const { nextPartNumberMarker } = page;
    if (nextPartNumberMarker !== undefined && nextPartNumberMarker <= (partNumberMarker ?? 0)) {
      const message = 'The listing of the parts does not move on';
      throw new FailureError({ kind: 'integrity', code: 'ListingBroken', message, facts: { key } });
    }
    partNumberMarker = nextPartNumberMarker;
  } while (partNumberMarker !== undefined);
  return found;
}

function read(run: OperationRun, { key, etag }: Source, start: number, end: number): Promise<Blob> {
  return run.cos.readBlob({ key, etag, range: { start, end } });
}
