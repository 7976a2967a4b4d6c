import type { ListedObjectEntry } from '#listing/ListedObjectEntry.ts';
import type { DownloadWay } from '#bucket-browser/DownloadWay.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import { baseName, type Prefix } from '#cos/objectKey.ts';
import type { DiskTree } from '#files/createDiskTree.ts';
import type { DownloadSink } from '#files/DownloadSink.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import type { ArchiveDownload } from './createArchiveDownload.ts';
import type { TreeDownload, TreeOutcome } from './createTreeDownload.ts';

export interface DownloadFlowOptions {
  readonly engine: Pick<TransferEngine, 'addDownload'>;
  /** Asks where to save; undefined when the person changes their mind. */
  readonly pickTarget: (name: string) => Promise<DownloadSink | undefined>;
  readonly canPickTarget: () => boolean;
  readonly pickTree: () => Promise<DiskTree | undefined>;
  readonly stage: (name: string) => Promise<DownloadSink> | DownloadSink;
  readonly canPickTree: () => boolean;
  readonly downloadTree: TreeDownload;
  readonly downloadArchive: ArchiveDownload;
  /** A URL that the browser's own download manager can fetch. */
  readonly presign: (connection: Connection, object: ListedObjectEntry) => Promise<string>;
  readonly startBrowserDownload: (url: string) => void;
}

/** Call it inside the click: the browser's picker opens for a person's gesture only. Undefined: nothing to tell. */
export type DownloadFlow = (
  connection: Connection,
  prefix: Prefix,
  entries: readonly ListingEntry[],
  way: DownloadWay,
) => Promise<TreeOutcome | undefined>;

/** Below this, copying the file once more costs less than being asked where to put it. */
const ASK_FROM_BYTES = 128 * 1024 * 1024;

/**
 * From rows to downloads.
 *
 * [Note: Which way a download takes] A small object is staged out of sight and then saved by the browser where it saves
 * everything, without a question. A large one asks where to go and is written straight there, because staging needs
 * its size twice on disk; browsers without that picker stage it all the same. Whoever wants the question for a small
 * one has `Save as`, and `Download with the browser` passes the page by: unverified, but it outlives the tab. Several
 * objects and folders ask for a folder once and become a tree of files in it; without that picker, or where
 * the person prefers it, they become one ZIP file.
 */
export function createDownloadFlow(options: DownloadFlowOptions): DownloadFlow {
  const { engine, pickTarget, canPickTarget, pickTree, canPickTree, stage } = options;
  const { downloadTree, downloadArchive, presign, startBrowserDownload } = options;

  const downloadOne = async (connection: Connection, object: ListedObjectEntry, way: DownloadWay): Promise<void> => {
    const { key, sizeBytes } = object;
    // What was found in a subfolder is listed by its path and saved by its name.
    const name = baseName(object.name || key);
    if (way === 'browser') {
      startBrowserDownload(await presign(connection, object));
      return;
    }
    const asks = canPickTarget() && (way === 'save-as' || sizeBytes >= ASK_FROM_BYTES);
    const sink = asks ? await pickTarget(name) : await stage(name);
    if (sink) engine.addDownload({ connectionId: connection.id, key, name, sizeBytes, sink });
  };

  return async (connection, prefix, entries, way) => {
    const [first] = entries;
    if (first === undefined) return undefined;
    if (entries.length === 1 && first.type === 'object') {
      await downloadOne(connection, first, way);
      return undefined;
    }
    if (way === 'zip' || !canPickTree()) {
      await downloadArchive(connection, prefix, entries);
      return undefined;
    }
    const tree = await pickTree();
    return tree && downloadTree(connection, prefix, entries, tree);
  };
}
