import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { CosClient } from '#cos/CosClient.ts';
import type { DownloadSink } from '#files/DownloadSink.ts';
import { stagingLockName } from '#files/stagingLocks.ts';
import type { DownloadJournal } from './DownloadJournal.ts';
import type { RestoredDownload } from './JournaledDownload.ts';
import { leadsWhereItDid } from './leadsWhereItDid.ts';
import { planAround } from './planBlocks.ts';
import type { TransferEngine } from './TransferEngine.ts';
import type { WriterLocks } from './WriterLocks.ts';

/** A staged download that no page goes on with, as the person sees it. */
export interface UnfinishedDownload {
  readonly stagedAs: string;
  readonly name: string;
  readonly startedAt: Date;
  readonly sizeBytes: number;
  /** In the browser's private file system already. */
  readonly keptBytes: number;
}

/** The downloads an earlier visit left unfinished, and what can be done about them. */
export interface UnfinishedDownloads {
  readonly store: StoreApi<readonly UnfinishedDownload[]>;
  /** Reads the journal again; the first time, staged files that nobody can go on with are removed. */
  readonly refresh: () => Promise<void>;
  /** Goes on: what is there is checked beside the fetching of the rest. */
  readonly resume: (stagedAs: string) => Promise<void>;
  /** Forgets it, and removes its bytes. */
  readonly discard: (stagedAs: string) => Promise<void>;
}

export function createUnfinishedDownloads(options: {
  readonly engine: Pick<TransferEngine, 'addDownload'>;
  readonly journal: DownloadJournal;
  readonly locks: Pick<WriterLocks, 'heldNames'>;
  readonly cosFor: (connectionId: string) => CosClient;
  readonly blockBytes: number;
  /** A sink that goes on with a staged file and saves it under `name`. */
  readonly reopen: (stagedAs: string, name: string) => Promise<DownloadSink> | DownloadSink;
  readonly removeStaged: (stagedAs: string) => Promise<void>;
  readonly removeStale: (kept: ReadonlySet<string>) => Promise<void>;
}): UnfinishedDownloads {
  const { engine, journal, locks, cosFor, blockBytes, reopen } = options;
  const store = createStore<readonly UnfinishedDownload[]>(() => []);
  let restored = new Map<string, RestoredDownload>();
  let isTidy = false;

  const leave = (stagedAs: string): void =>
    store.setState(
      store.getState().filter((one) => one.stagedAs !== stagedAs),
      true,
    );

  return {
    store,
    refresh: async () => {
      const all = await journal.all();
      // Once a visit is enough: what this page stages, it removes itself.
      if (!isTidy) await options.removeStale(new Set(all.map(({ download }) => download.stagedAs)));
      isTidy = true;
      const held = await locks.heldNames();
      const free = all.filter(
        ({ download }) => leadsWhereItDid(download, cosFor) && !held.has(stagingLockName(download.stagedAs)),
      );
      restored = new Map(free.map((one) => [one.download.stagedAs, one]));
      store.setState(free.map(describe), true);
    },
    resume: async (stagedAs) => {
      const found = restored.get(stagedAs);
      if (!found) return;
      restored.delete(stagedAs);
      leave(stagedAs);
      const { connectionId, key, name, object } = found.download;
      const blocks = planAround(found.kept, object.sizeBytes, blockBytes);
      const sink = await reopen(stagedAs, name);
      engine.addDownload({ connectionId, key, name, sizeBytes: object.sizeBytes, sink, begun: { ...object, blocks } });
    },
    discard: async (stagedAs) => {
      leave(stagedAs);
      restored.delete(stagedAs);
      journal.forget(stagedAs);
      await options.removeStaged(stagedAs);
    },
  };
}

function describe({ download, kept }: RestoredDownload): UnfinishedDownload {
  const { stagedAs, name, addedAt, object } = download;
  const keptBytes = kept.reduce((sum, { start, end }) => sum + end - start, 0);
  return { stagedAs, name, startedAt: new Date(addedAt), sizeBytes: object.sizeBytes, keptBytes };
}
