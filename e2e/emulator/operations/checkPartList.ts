import { CosServiceError } from '../CosServiceError.ts';
import type { StoredPart } from '../objectStore.ts';

export interface ListedPart {
  readonly partNumber: number;
  /** As written in the request, with its quotes. */
  readonly etag: string;
}

/**
 * Judges the part list of a Complete request against the parts that are there (COS documentation 7742). Numbers must
 * ascend and leave no gap from 1 on: the page documents InvalidPart for numbers that are not consecutive. An ETag
 * counts only in its quotes, as the upload answered it.
 *
 * @returns the stored parts in order
 * @throws CosServiceError 400 InvalidArgument, InvalidPartOrder, InvalidPart or EntityTooSmall
 */
export function checkPartList(
  listed: readonly ListedPart[],
  stored: readonly StoredPart[],
  minimumPartBytes: number,
): readonly StoredPart[] {
  if (listed.length === 0) throw new CosServiceError(400, 'InvalidArgument', 'Part is required');
  for (const [index, { partNumber }] of listed.entries()) {
    if (partNumber <= (listed[index - 1]?.partNumber ?? 0)) {
      throw new CosServiceError(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.');
    }
  }
  const byNumber = new Map(stored.map((part) => [part.partNumber, part]));
  const chosen = listed.map(({ partNumber, etag }, index) => {
    const part = byNumber.get(partNumber);
    if (partNumber !== index + 1 || part === undefined || etag !== `"${part.etag}"`) {
      throw new CosServiceError(
        400,
        'InvalidPart',
        "One or more of the specified parts could not be found or the specified entity tag might not have matched the part's entity tag.",
      );
    }
    return part;
  });
  if (chosen.slice(0, -1).some((part) => part.sizeBytes < minimumPartBytes)) {
    throw new CosServiceError(
      400,
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed object size.',
    );
  }
  return chosen;
}
