import { FailureError } from '#lib/FailureError.ts';
import { createFileWriter } from './createFileWriter.ts';
import { createMemoryFile } from './createMemoryFile.ts';
import { makeRoom } from './makeRoom.ts';
import type { StagedFile } from './StagedFile.ts';
import { holdStagedFile, stagingLockName } from './stagingLocks.ts';
import { workerFile } from './workerFile.ts';

const FOLDER = 'downloads';
const writer = createFileWriter();

/**
 * [Note: Where downloads are staged] In the browser's private file system, so that gigabytes never sit in memory and
 * what was fetched outlives the page. What nobody can go on with is removed at the next start.
 */
async function openFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

/** A new staged file: on disk where the browser has a private file system, else in memory. */
export function stageDownload(): StagedFile {
  const hasPrivateFiles = 'storage' in navigator && 'getDirectory' in navigator.storage;
  return hasPrivateFiles ? stagedFile(crypto.randomUUID(), true) : createMemoryFile();
}

/**
 * The staged file of this name, as an earlier page left it. Its methods reject with `FailureError` `StagedElsewhere`
 * while another page writes it, and `StorageUnavailable` when it is gone.
 */
export function reopenStaged(name: string): StagedFile {
  return stagedFile(name, false);
}

function stagedFile(name: string, create: boolean): StagedFile {
  let release: (() => void) | undefined;
  const open = async (): Promise<FileSystemFileHandle> => {
    release = await holdStagedFile(name);
    if (!release) throw new FailureError({ kind: 'local', code: 'StagedElsewhere', message: 'another tab writes it' });
    return (await openFolder()).getFileHandle(name, { create });
  };
  const cleanUp = async (): Promise<void> => {
    if (!release) return;
    await (await openFolder()).removeEntry(name).catch(() => undefined);
    release();
  };
  return { ...workerFile(writer, open, cleanUp), stagedAs: name, makeRoom };
}

/** Removes a staged file, unless a page writes it. */
export async function removeStaged(name: string): Promise<void> {
  const release = await holdStagedFile(name);
  if (!release) return;
  try {
    await (await openFolder()).removeEntry(name);
  } catch {
    // It is gone already.
  } finally {
    release();
  }
}

/** Removes what pages that are gone have left staged, apart from `kept`. Failures are not worth a message. */
export async function removeStaleStaging(kept: ReadonlySet<string>): Promise<void> {
  try {
    const folder = await openFolder();
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
