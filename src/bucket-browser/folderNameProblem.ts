export type FolderNameProblem = 'folderNameEmpty' | 'folderNameSlash' | 'folderNameDots' | 'folderNameTaken';

/** Why a name cannot become a folder here; undefined when it can. `existing` are the names of this prefix. */
export function folderNameProblem(name: string, existing: ReadonlySet<string>): FolderNameProblem | undefined {
  if (name.trim() === '') return 'folderNameEmpty';
  if (name.includes('/') || name.includes('\\')) return 'folderNameSlash';
  // A URL parser folds these away, so the folder could never be asked for.
  if (name === '.' || name === '..') return 'folderNameDots';
  if (existing.has(name)) return 'folderNameTaken';
  return undefined;
}
