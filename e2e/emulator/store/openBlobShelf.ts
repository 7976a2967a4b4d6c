import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Segment } from './StoreRecord.ts';

/** The files that hold the bytes. A file is written once, never changed, and deleted when nobody needs it. */
export interface BlobShelf {
  /** A name for a new body: a hash of bucket and key and a random end, so no key is ever a path. */
  newFile(bucket: string, key: string): Promise<string>;
  readonly path: (file: string) => string;
  /** Keeps the segments' files until the returned function is called, even if they are discarded meanwhile. */
  hold(segments: readonly Segment[]): () => void;
  /** Deletes the files, now or when the last reader lets go. */
  discard(files: Iterable<string>): Promise<void>;
  /** Deletes every file that is not among those: what a killed process left behind. */
  sweep(known: ReadonlySet<string>): Promise<void>;
}

/** Up to 256 subfolders, named by the first two digits of the hash, keep each one small. */
export async function openBlobShelf(folder: string): Promise<BlobShelf> {
  await mkdir(folder, { recursive: true });
  const subfolders = new Set(await readdir(folder));
  const readers = new Map<string, number>();
  const doomed = new Set<string>();
  const path = (file: string): string => join(folder, file);

  async function remove(file: string): Promise<void> {
    await unlink(path(file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }

  function release(file: string): void {
    const left = (readers.get(file) ?? 1) - 1;
    if (left > 0) readers.set(file, left);
    else readers.delete(file);
    // A file that cannot be deleted now is swept away by the next start.
    if (left === 0 && doomed.delete(file)) remove(file).catch(() => {});
  }

  return {
    newFile: async (bucket, key) => {
      const hash = createHash('sha256').update(`${bucket}\0${key}`).digest('hex');
      const subfolder = hash.slice(0, 2);
      if (!subfolders.has(subfolder)) {
        await mkdir(path(subfolder), { recursive: true });
        subfolders.add(subfolder);
      }
      return `${subfolder}/${hash}.${randomBytes(8).toString('hex')}`;
    },
    path,
    hold: (segments) => {
      for (const { file } of segments) readers.set(file, (readers.get(file) ?? 0) + 1);
      let isHeld = true;
      return () => {
        if (isHeld) for (const { file } of segments) release(file);
        isHeld = false;
      };
    },
    discard: async (files) => {
      const unread: string[] = [];
      for (const file of files) {
        if (readers.has(file)) doomed.add(file);
        else unread.push(file);
      }
      await Promise.all(unread.map(remove));
    },
    sweep: async (known) => {
      for (const subfolder of subfolders) {
        for (const name of await readdir(path(subfolder))) {
          if (!known.has(`${subfolder}/${name}`)) await rm(path(`${subfolder}/${name}`), { force: true });
        }
      }
    },
  };
}
