import { FailureError } from '#lib/FailureError.ts';

/** Not in TypeScript's library: Chromium's part of the File System Access API. */
interface AskingHandle extends FileSystemFileHandle {
  readonly requestPermission?: (options: { readonly mode: 'read' }) => Promise<PermissionState>;
}

/**
 * Opens a file an earlier visit was given. The browser asks the person again, so call it from a click. Rejects with
 * `FileUnreadable` when they decline, or when the file is gone.
 */
export async function openHandle(handle: AskingHandle): Promise<File> {
  const permission = (await handle.requestPermission?.({ mode: 'read' })) ?? 'granted';
  if (permission !== 'granted') throw unreadable('permission to read it was not given');
  try {
    return await handle.getFile();
  } catch (error) {
    throw unreadable(error instanceof Error || error instanceof DOMException ? error.name : String(error));
  }
}

function unreadable(message: string): FailureError {
  return new FailureError({ kind: 'local', code: 'FileUnreadable', message });
}
