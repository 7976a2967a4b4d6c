import type { Prefix } from '#cos/objectKey.ts';
import type { Collected } from '#files/Collected.ts';
import { contentTypeFor } from '#files/contentTypeFor.ts';
import { uploadKey } from '#files/uploadKey.ts';
import type { UploadRequest } from '#transfers/TransferEngine.ts';
import type { UploadOptions } from '#transfers/UploadOptions.ts';

/** Where files go, and how they are named there. */
export interface UploadTarget {
  readonly connectionId: string;
  readonly prefix: Prefix;
  /** Names stay as the system wrote them. */
  readonly keepsNames?: boolean;
}

/** What the engine is asked for one file that was found. */
export function requestFor(
  { connectionId, prefix, keepsNames }: UploadTarget,
  { file, relativePath, getHandle }: Extract<Collected, { type: 'file' }>,
  onExisting: UploadRequest['onExisting'],
  options: UploadOptions | undefined,
): UploadRequest {
  return {
    connectionId,
    key: uploadKey(prefix, relativePath, keepsNames),
    name: file.name,
    file,
    contentType: contentTypeFor(file.name, file.type),
    onExisting,
    ...(options === undefined ? {} : { options }),
    ...(getHandle === undefined ? {} : { getHandle }),
  };
}
