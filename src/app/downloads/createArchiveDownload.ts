import type { Connection } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { baseName, isAddressable, type Prefix } from '#cos/objectKey.ts';
import { DEFAULT_RETRY_POLICY } from '#cos/retryPolicy.ts';
import { createPathNamer } from '#files/createPathNamer.ts';
import type { DownloadSink } from '#files/DownloadSink.ts';
import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { ArchiveMember } from '#transfers/ArchivePiece.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import type { Renamings } from './createTreeDownload.ts';
import { walkChosen } from './walkChosen.ts';

export interface ArchiveDownloadOptions {
  readonly engine: Pick<TransferEngine, 'addArchive'>;
  readonly cosFor: (connectionId: string) => CosClient;
  readonly stage: (name: string) => Promise<DownloadSink>;
  /** The listing has come to its end: what is in the archive under another name, and what no URL can name. */
  readonly onListed: (renamed: Renamings, leftOut: readonly string[]) => void;
}

export type ArchiveDownload = (
  connection: Connection,
  prefix: Prefix,
  entries: readonly ListingEntry[],
) => Promise<void> | void;

const EXAMPLES = 3;

/** Chosen rows as one ZIP file, named after the only folder, or after where they are. */
export function createArchiveDownload({ engine, cosFor, stage, onListed }: ArchiveDownloadOptions): ArchiveDownload {
  return async (connection, prefix, entries) => {
    const [first] = entries;
    const place = baseName(prefix) || connection.label;
    const name = `${(entries.length === 1 && first !== undefined ? first.name : '') || place}.zip`;
    const cos = cosFor(connection.id);

    async function* members(): AsyncGenerator<readonly ArchiveMember[]> {
      const namer = createPathNamer();
      const examples: Renamings['examples'][number][] = [];
      const leftOut: string[] = [];
      let count = 0;
      for (const entry of entries) {
        // As patient as the bytes are: a list that is given up means to begin again.
        for await (const page of walkChosen(cos, prefix, entry, { policy: DEFAULT_RETRY_POLICY })) {
          yield page.flatMap(({ key, relativeKey, sizeBytes, lastModified, isFolderMarker }): ArchiveMember[] => {
            if (isFolderMarker) {
              const path = `${namer.folder(relativeKey).join('/')}/`;
              return path === '/' ? [] : [{ key, path, sizeBytes, lastModified }];
            }
            if (!isAddressable(key)) {
              leftOut.push(relativeKey);
              return [];
            }
            const { folders, name: fileName, isRenamed } = namer.file(relativeKey);
            const path = [...folders, fileName].join('/');
            if (isRenamed) {
              count += 1;
              if (examples.length < EXAMPLES) examples.push({ from: relativeKey, to: path });
            }
            return [{ key, path, sizeBytes, lastModified }];
          });
        }
      }
      onListed({ count, examples }, leftOut);
    }
    engine.addArchive({ connectionId: connection.id, prefix, name, sink: await stage(name), members });
  };
}
