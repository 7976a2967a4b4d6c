import type { GetObjectOutput } from '#cos/CosCalls.ts';
import { FailureError } from '#lib/FailureError.ts';
import type { DownloadedObject } from './DownloadJob.ts';

/** Throws `ObjectChanged` when an answer belongs to another version of the object than the first one did. */
export function checkSameObject(
  key: string,
  object: Pick<DownloadedObject, 'sizeBytes' | 'etag'>,
  answer: GetObjectOutput,
): void {
  const sameEtag = object.etag === undefined || answer.etag === undefined || object.etag === answer.etag;
  if (sameEtag && answer.sizeBytes === object.sizeBytes) return;
  const message = `${object.etag ?? 'no ETag'}, ${object.sizeBytes} bytes became ${answer.etag ?? 'no ETag'}, ${answer.sizeBytes}`;
  throw new FailureError({ kind: 'integrity', code: 'ObjectChanged', message, facts: { key } });
}
