import { identityOf, isSameFile } from './JournaledUpload.ts';
import type { RestoredUpload } from './JournaledUpload.ts';

/**
 * Which of the chosen files goes on with which upload. The one that was asked for may have a new date, as copies have:
 * its contents are compared. All others must be the very same file.
 */
export function matchChosenFiles(
  asked: RestoredUpload,
  all: readonly RestoredUpload[],
  files: readonly File[],
): { readonly restored: RestoredUpload; readonly file: File }[] {
  const fits = (restored: RestoredUpload, file: File): boolean => {
    const wanted = restored.upload.file;
    if (restored === asked) return file.name === wanted.name && file.size === wanted.sizeBytes;
    const identity = identityOf(file);
    return identity !== undefined && isSameFile(identity, wanted);
  };
  return all.flatMap((restored) => {
    const file = files.find((candidate) => fits(restored, candidate));
    return file ? [{ restored, file }] : [];
  });
}
