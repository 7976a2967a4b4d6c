import type { DownloadedObject } from './DownloadJob.ts';

/** Bytes of an object that are on disk. */
export function writtenBytes({ blocks }: Pick<DownloadedObject, 'blocks'>): number {
  return blocks.reduce((sum, { isWritten, start, end }) => sum + (isWritten ? end - start : 0), 0);
}
