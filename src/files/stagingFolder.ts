import { holdStagedFile, stagingLockName } from './stagingLocks.ts';

const FOLDER = 'downloads';

/**
 * [Note: Where downloads are staged] In the browser's private file system, so that gigabytes never sit in memory and
 * what was fetched outlives the page. What nobody can go on with is removed at the next start.
 */
export async function openStagingFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

/** Removes a staged file, unless a page writes it. */
export async function removeStaged(name: string): Promise<void> {
  const release = await holdStagedFile(name);
  if (!release) return;
  try {
    await (await openStagingFolder()).removeEntry(name);
  } catch {
    // It is gone already.
  } finally {
    release();
  }
}

/** Removes what pages that are gone have left staged, apart from `kept`. Failures are not worth a message. */
export async function removeStaleStaging(kept: ReadonlySet<string>): Promise<void> {
  try {
    const folder = await openStagingFolder();
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    // Asked after the names: a file that is begun in between is not among them, and one that was begun has its lock.
    const { held = [] } = await navigator.locks.query();
    const alive = new Set(held.map((lock) => lock.name));
    for (const name of names) {
      if (!kept.has(name) && !alive.has(stagingLockName(name))) await folder.removeEntry(name, { recursive: true });
    }
  } catch {
    // No private file system, or another page was faster.
  }
}

/** Removes everything that is staged, also what could still be gone on with. Rejects while another page writes one. */
export async function removeAllStaging(): Promise<void> {
  if (!('storage' in navigator && 'getDirectory' in navigator.storage)) return;
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) if (name === FOLDER) await root.removeEntry(FOLDER, { recursive: true });
}
