import type { Failure } from '#lib/Failure.ts';

/**
 * Reads one byte of a chosen file. Browsers report a file that was deleted or rewritten as a plain network error of
 * the request that sends it, so this is asked first after every such error. Undefined when the file is fine.
 *
 * Chromium: `NotFoundError` when it is gone, `NotReadableError` when it changed since it was chosen.
 */
export async function checkFile(file: Blob): Promise<Failure | undefined> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return undefined;
  } catch (error) {
    return fileFailure(error);
  }
}

export function fileFailure(error: unknown): Failure {
  const name = error instanceof Error || error instanceof DOMException ? error.name : 'Error';
  return name === 'NotReadableError'
    ? { kind: 'local', code: 'FileChanged', message: 'the file changed after it was chosen' }
    : { kind: 'local', code: 'FileUnreadable', message: `the file cannot be read (${name})` };
}
