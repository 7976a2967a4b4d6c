export type FolderNameProblem = 'folderNameEmpty' | 'folderNameSlash' | 'folderNameDots' | 'folderNameTaken';

/** Why a name cannot become a folder here; undefined when it can. */
export function folderNameProblem(name: string, isTaken: (name: string) => boolean): FolderNameProblem | undefined {
  if (name.trim() === '') return 'folderNameEmpty';
  if (name.includes('/') || name.includes('\\')) return 'folderNameSlash';
  // A URL parser folds these away, so the folder could never be asked for.
  if (name === '.' || name === '..') return 'folderNameDots';
  if (isTaken(name)) return 'folderNameTaken';
  return undefined;
}
