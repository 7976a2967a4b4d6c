import type { ListedObject } from '#cos/CosObject.ts';
import type { ObjectKey, Prefix } from '#cos/objectKey.ts';
import type { Conflict } from '#upload-dialogs/Conflict.ts';

/** A taken name as the sheet shows it. Of equal sizes nothing is claimed before they were compared. */
export function describeConflict(
  prefix: Prefix,
  key: ObjectKey,
  file: Blob,
  { sizeBytes, lastModified }: Pick<ListedObject, 'sizeBytes' | 'lastModified'>,
): Conflict {
  const isEmpty = sizeBytes === 0 && file.size === 0;
  const sameSize = isEmpty ? 'identical' : 'comparing';
  return {
    id: key,
    name: key.slice(prefix.length),
    existing: { sizeBytes, lastModified },
    // Bytes that are no file of a disk have no time of their own: they are as old as this question.
    incoming: { sizeBytes: file.size, lastModified: new Date(file instanceof File ? file.lastModified : Date.now()) },
    contents: sizeBytes === file.size ? sameSize : 'different',
  };
}
