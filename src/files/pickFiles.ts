import { isAbortError } from '#lib/Failure.ts';
import { isJunk } from './Collected.ts';
import type { Collected } from './Collected.ts';

/** Chromium's picker; other browsers have none. */
interface OpenPicker {
  readonly showOpenFilePicker?: (options: { multiple: boolean }) => Promise<readonly FileSystemFileHandle[]>;
}

/**
 * Opens the browser's picker for files or for one folder. Resolves with nothing when the person changes their mind.
 * Must be called from a click. A picked folder does not tell about empty folders inside it; only a drop does.
 *
 * [Note: Handles where there are any] A file that comes with a handle can be opened again after a reload with one click.
 * For a folder the plain input stays: Chromium's folder picker refuses Documents, Downloads and the home folder.
 */
export async function pickFiles(what: 'files' | 'folder'): Promise<readonly Collected[]> {
  const pick = (globalThis as OpenPicker).showOpenFilePicker;
  if (what === 'folder' || pick === undefined) return pickByInput(what);
  try {
    return await Promise.all((await pick({ multiple: true })).map(fromHandle));
  } catch (error) {
    if (isAbortError(error)) return [];
    throw error;
  }
}

function pickByInput(what: 'files' | 'folder'): Promise<readonly Collected[]> {
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

async function fromHandle(handle: FileSystemFileHandle): Promise<Collected> {
  const relativePath = handle.name;
  try {
    const file = await handle.getFile();
    return isJunk(file.name)
      ? { type: 'junk', relativePath }
      : { type: 'file', file, relativePath, getHandle: async () => handle };
  } catch {
    return { type: 'unreadable', relativePath };
  }
}

/** Files of an `<input type="file">` or a paste, with the path below the picked folder where there is one. */
export function fromFileList(files: Iterable<File>): Collected[] {
  return Array.from(files, (file) => {
    const relativePath = file.webkitRelativePath || file.name;
    return isJunk(file.name) ? { type: 'junk', relativePath } : { type: 'file', file, relativePath };
  });
}
