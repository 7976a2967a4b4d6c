import { toFailure } from '#lib/Failure.ts';
import { MIB } from './planParts.ts';
import type { MultipartUpload } from './UploadJob.ts';

/**
 * [Note: Keys that end before a part is sent] On a slow line a part can take longer than any keys live. What was not
 * confirmed is then cut into halves of that part and sent over fewer lanes (`createPace` hears of it as of any overload),
 * until a part gets through or there is nothing left to narrow.
 *
 * @param lanes how many there were when the parts left
 * @returns true when sending again can end differently
 */
export function cutSmaller(error: unknown, upload: MultipartUpload, lanes: number): boolean {
  const { code, facts: { bytes = 0 } = {} } = toFailure(error);
  if (code !== 'KeysTooShort') return false;
  upload.mostPartBytes = Math.max(MIB, Math.floor(bytes / 2 / MIB) * MIB);
  return bytes > MIB || lanes > 1;
}
