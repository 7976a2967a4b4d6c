import { FailureError } from '#lib/FailureError.ts';
import { createFileWriter } from './createFileWriter.ts';
import { makeRoom } from './makeRoom.ts';
import type { StagedFile } from './StagedFile.ts';
import { openStagingFolder } from './stagingFolder.ts';
import { holdStagedFile } from './stagingLocks.ts';
import { workerFile } from './workerFile.ts';

const writer = createFileWriter();

let trying: Promise<boolean> | undefined;

/** Whether this browser lets files be staged, found by staging an empty one. Asked once. */
export function canStage(): Promise<boolean> {
  return (trying ??= tryStaging());
}

async function tryStaging(): Promise<boolean> {
  const file = stageDownload();
  try {
    await file.truncate(0);
    return true;
  } catch {
    return false; // No private file system, or no handles in workers, which are the only fast ones.
  } finally {
    await file.remove();
  }
}

/** A new staged file. */
export function stageDownload(): StagedFile {
  return stagedFile(crypto.randomUUID(), true);
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
    return (await openStagingFolder()).getFileHandle(name, { create });
  };
  const cleanUp = async (): Promise<void> => {
    if (!release) return;
    await (await openStagingFolder()).removeEntry(name).catch(() => undefined);
    release();
  };
  return { ...workerFile(writer, open, cleanUp), stagedAs: name, makeRoom };
}
