import { createDownloadSink } from './createDownloadSink.ts';
import { createMemoryFile } from './createMemoryFile.ts';
import { createStreamSink } from './createStreamSink.ts';
import type { DownloadSink } from './DownloadSink.ts';
import { canStage, reopenStaged } from './downloadStaging.ts';
import { canStreamDownloads } from './openDownloadStream.ts';

/**
 * A sink for a file that the browser saves where it saves everything.
 *
 * [Note: Where downloads go unasked] Staged in the browser's private file system, where they outlive the page. Where that
 * cannot be written, which older browsers and some private windows refuse, straight into the browser's own download.
 * Where there are no service workers either, in memory.
 */
export async function openSink(objectName: string): Promise<DownloadSink> {
  if (await canStage()) return createDownloadSink(objectName);
  return canStreamDownloads() ? createStreamSink(objectName) : createDownloadSink(objectName, createMemoryFile);
}

/** A sink that goes on with a staged file of an earlier page. */
export function reopenSink(stagedAs: string, objectName: string): DownloadSink {
  return createDownloadSink(objectName, () => reopenStaged(stagedAs));
}
