import { identityOf, isSameFile } from './JournaledUpload.ts';
import type { RestoredUpload } from './JournaledUpload.ts';

/** A file the person chose, with the browser's way to open it again where it has one. */
export interface ChosenFile {
  readonly file: File;
  readonly getHandle?: () => Promise<FileSystemFileHandle | undefined>;
}

/**
 * Which of the chosen files goes on with which upload. The one that was `asked` for may have a new date, as copies have:
 * its contents are compared. All others must be the very same file.
 */
export function matchChosenFiles(
  asked: RestoredUpload | undefined,
  all: readonly RestoredUpload[],
  chosen: readonly ChosenFile[],
): { readonly restored: RestoredUpload; readonly chosen: ChosenFile }[] {
  const fits = (restored: RestoredUpload, file: File): boolean => {
    const wanted = restored.upload.file;
    if (restored === asked) return file.name === wanted.name && file.size === wanted.sizeBytes;
    const identity = identityOf(file);
    return identity !== undefined && isSameFile(identity, wanted);
  };
  // A folder of 100,000 files and a list of hundreds: looked up by name, not each against each.
  const byName = new Map<string, ChosenFile[]>();
  for (const one of chosen) {
    const namesakes = byName.get(one.file.name);
    if (namesakes) namesakes.push(one);
    else byName.set(one.file.name, [one]);
  }
  return all.flatMap((restored) => {
    const found = byName.get(restored.upload.file.name)?.find(({ file }) => fits(restored, file));
    return found ? [{ restored, chosen: found }] : [];
  });
}
