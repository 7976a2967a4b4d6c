import type { ObjectHeaders } from '#cos/CosObject.ts';
import type { UploadJob } from './UploadJob.ts';

/** What an upload's object is written with: the same for a form, a PUT and the Initiate of its parts. */
export function writtenWith({ contentType, options }: UploadJob): ObjectHeaders {
  return {
    ...(contentType === undefined ? {} : { contentType }),
    ...(options?.storageClass === undefined ? {} : { storageClass: options.storageClass }),
    ...(options?.metadata === undefined ? {} : { metadata: options.metadata }),
  };
}
