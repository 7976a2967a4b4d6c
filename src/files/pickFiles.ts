import { isJunk } from './Collected.ts';
import type { Collected } from './Collected.ts';

/**
 * Opens the browser's picker for files or for one folder. Resolves with nothing when the person changes their mind.
 * Must be called from a click. A picked folder does not tell about empty folders inside it; only a drop does.
 */
export function pickFiles(what: 'files' | 'folder'): Promise<readonly Collected[]> {
  const input = document.createElement('input');
  input.type = 'file';
  if (what === 'folder') input.webkitdirectory = true;
  else input.multiple = true;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(fromFileList(input.files ?? [])));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Files of an `<input type="file">` or a paste, with the path below the picked folder where there is one. */
export function fromFileList(files: Iterable<File>): Collected[] {
  return Array.from(files, (file) => {
    const relativePath = file.webkitRelativePath || file.name;
    return isJunk(file.name) ? { type: 'junk', relativePath } : { type: 'file', file, relativePath };
  });
}
