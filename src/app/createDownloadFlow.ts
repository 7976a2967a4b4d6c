import type { ListedObjectEntry } from '#bucket-browser/BucketBrowser.tsx';
import type { DownloadWay } from '#bucket-browser/DownloadWay.ts';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { DownloadSink } from '#files/DownloadSink.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';

export interface DownloadFlowOptions {
  readonly engine: Pick<TransferEngine, 'addDownload'>;
  /** Asks where to save; undefined when the person changes their mind. */
  readonly pickTarget: (name: string) => Promise<DownloadSink | undefined>;
  readonly canPickTarget: () => boolean;
  readonly stage: (name: string) => DownloadSink;
  /** A URL that the browser's own download manager can fetch. */
  readonly presign: (connection: Connection, object: ListedObjectEntry) => Promise<string>;
  readonly startBrowserDownload: (url: string) => void;
}

/** Call it inside the click: the browser's picker opens for a person's gesture only. */
export type DownloadFlow = (
  connection: Connection,
  objects: readonly ListedObjectEntry[],
  way: DownloadWay,
) => Promise<void>;

/** Below this, copying the file once more costs less than being asked where to put it. */
const ASK_FROM_BYTES = 128 * 1024 * 1024;

/**
 * From rows to downloads.
 *
 * [Note: Which way a download takes] A small object is staged out of sight and then saved by the browser where it saves
 * everything, without a question. A large one asks where to go and is written straight there, because staging needs
 * its size twice on disk; browsers without that picker stage it all the same. Whoever wants the question for a small
 * one has `Save as`, and `Download with the browser` passes the page by: unverified, but it outlives the tab.
 */
export function createDownloadFlow(options: DownloadFlowOptions): DownloadFlow {
  const { engine, pickTarget, canPickTarget, stage, presign, startBrowserDownload } = options;
  return async (connection, objects, way) => {
    const [object] = objects;
    if (object === undefined) return;
    const add = ({ key, name, sizeBytes }: ListedObjectEntry, sink: DownloadSink): void => {
      engine.addDownload({ connectionId: connection.id, key, name, sizeBytes, sink });
    };
    const isOne = objects.length === 1;
    if (isOne && way === 'browser') {
      startBrowserDownload(await presign(connection, object));
      return;
    }
    if (isOne && canPickTarget() && (way === 'save-as' || object.sizeBytes >= ASK_FROM_BYTES)) {
      const sink = await pickTarget(object.name);
      if (sink !== undefined) add(object, sink);
      return;
    }
    for (const each of objects) add(each, stage(each.name));
  };
}
