import { isAbortError } from '#lib/Failure.ts';

/** Chromium's picker; other browsers have none. */
interface FolderPicker {
  showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

export function canPickFolder(): boolean {
  return 'showDirectoryPicker' in globalThis;
}

/**
 * Asks for a folder to write into. Undefined when the person changes their mind, or the browser cannot. Must be called
 * from a click.
 */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (globalThis as FolderPicker).showDirectoryPicker?.({ id: 'downloads', mode: 'readwrite' });
  } catch (error) {
    if (isAbortError(error)) return undefined;
    throw error;
  }
}
