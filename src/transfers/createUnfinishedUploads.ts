import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { CosClient } from '#cos/CosClient.ts';
import { toFailure } from '#lib/Failure.ts';
import type { Failure } from '#lib/Failure.ts';
import { describeJournaled, describeListed } from './describeUnfinished.ts';
import { isOlderThan } from './isOlderThan.ts';
import type { RestoredUpload } from './JournaledUpload.ts';
import { leadsWhereItDid } from './leadsWhereItDid.ts';
import { listUnfinished, sumOfParts } from './listUnfinished.ts';
import { matchChosenFiles } from './matchChosenFiles.ts';
import type { ChosenFile } from './matchChosenFiles.ts';
import type { TransferEngine } from './TransferEngine.ts';
import type { UnfinishedUpload } from './UnfinishedUpload.ts';
import type { UploadJournal } from './UploadJournal.ts';
import { writerLockName } from './WriterLocks.ts';
import type { WriterLocks } from './WriterLocks.ts';

/** The uploads an earlier visit, another program or somebody else left unfinished, and what can be done about them. */
export interface UnfinishedUploads {
  readonly store: StoreApi<readonly UnfinishedUpload[]>;
  /** Reads the journal again: at start, and when the page comes back into view. */
  readonly refresh: () => Promise<void>;
  /** Adds what the bucket knows below a prefix. Rejects when listing is refused. */
  readonly lookInBucket: (connectionId: string, prefix: string) => Promise<void>;
  /** Goes on with the file the browser can open by itself. Call it from a click: the browser may ask for permission. */
  readonly resume: (uploadId: string) => Promise<void>;
  /** The same for all the browser can open. */
  readonly resumeAll: () => Promise<void>;
  /**
   * Goes on with the upload whose file was asked for, if one was, and with all others whose files are among the chosen
   * ones. Answers how many go on.
   */
  readonly choose: (uploadId: string | undefined, chosen: readonly ChosenFile[]) => number;
  /** Asks the bucket how much of it is there. */
  readonly measure: (uploadId: string) => Promise<void>;
  /** Removes it from the bucket; it stays in the list with the reason when that is refused. */
  readonly discard: (uploadId: string) => Promise<void>;
  readonly discardOlderThan: (days: number) => Promise<void>;
}

export function createUnfinishedUploads(options: {
  readonly engine: Pick<TransferEngine, 'addUploads' | 'discardUpload' | 'subscribe'>;
  readonly journal: Pick<UploadJournal, 'all' | 'condemned'>;
  readonly locks: Pick<WriterLocks, 'heldNames'>;
  readonly cosFor: (connectionId: string) => CosClient;
  /** Asks for permission and opens; rejects with a `FailureError`. */
  readonly openHandle: (handle: FileSystemFileHandle) => Promise<File>;
  readonly now: () => number;
}): UnfinishedUploads {
  const { engine, journal, locks, cosFor, openHandle, now } = options;
  const store = createStore<readonly UnfinishedUpload[]>(() => []);
  let journaled = new Map<string, RestoredUpload>();
  let listed = new Map<string, UnfinishedUpload>();
  /** Keys that transfers of this page write: their uploads are in the dock. */
  const ours = new Set<string>();

  const isFree = async (): Promise<(place: { connectionId: string; key: string }) => boolean> => {
    const held = await locks.heldNames().catch(() => new Set<string>());
    return ({ connectionId, key }) =>
      !ours.has(placeOf(connectionId, key)) && !held.has(writerLockName(cosFor(connectionId).location, key));
  };

  const show = (uploads: Iterable<UnfinishedUpload>): void => {
    const before = new Map(store.getState().map((upload) => [upload.uploadId, upload]));
    const merged = Array.from(uploads, (upload) => {
      const { sentBytes, failure } = before.get(upload.uploadId) ?? {};
      const known = sentBytes === undefined || upload.sentBytes !== undefined ? {} : { sentBytes };
      return { ...upload, ...known, ...(failure === undefined ? {} : { failure }) };
    });
    store.setState(merged, true);
  };

  const publish = async (): Promise<void> => {
    const free = await isFree();
    const mine = [...journaled.values()].filter(({ upload }) => leadsWhereItDid(upload, cosFor) && free(upload));
    const foreign = [...listed.values()].filter((upload) => !journaled.has(upload.uploadId) && free(upload));
    show([...mine.map(describeJournaled), ...foreign]);
  };

  const change = (uploadId: string, how: (upload: UnfinishedUpload) => UnfinishedUpload): void =>
    store.setState(
      store.getState().map((upload) => (upload.uploadId === uploadId ? how(upload) : upload)),
      true,
    );
  const fail = (uploadId: string, failure: Failure): void =>
    change(uploadId, (upload) => ({ ...upload, isLeaving: false, failure }));
  const find = (uploadId: string): UnfinishedUpload | undefined =>
    store.getState().find((upload) => upload.uploadId === uploadId);

  engine.subscribe((events) => {
    const before = ours.size;
    for (const event of events) {
      if (event.type !== 'added') continue;
      for (const { direction, connectionId, key } of event.transfers) {
        if (direction === 'upload') ours.add(placeOf(connectionId, key));
      }
    }
    if (ours.size === before) return;
    const isOurs = ({ connectionId, key }: UnfinishedUpload): boolean => ours.has(placeOf(connectionId, key));
    if (store.getState().some(isOurs))
      store.setState(
        store.getState().filter((upload) => !isOurs(upload)),
        true,
      );
  });

  const goOn = ({ upload }: RestoredUpload, { file, getHandle }: ChosenFile): void => {
    const { connectionId, key, name, contentType, options: chosen, onExisting, looksFirst, uploadId } = upload;
    const type = {
      ...(contentType === undefined ? {} : { contentType }),
      ...(chosen === undefined ? {} : { options: chosen }),
      ...(looksFirst === undefined ? {} : { looksFirst }),
    };
    const again = getHandle === undefined ? {} : { getHandle };
    engine.addUploads([{ connectionId, key, name, file, onExisting, ...type, ...again, resumes: uploadId }]);
  };

  const resume = async (uploadId: string): Promise<void> => {
    const restored = journaled.get(uploadId);
    const handle = restored?.upload.handle;
    if (!restored || !handle) return;
    try {
      const file = await openHandle(handle);
      if (file.size === restored.upload.file.sizeBytes) goOn(restored, { file, getHandle: async () => handle });
      else fail(uploadId, otherFile(restored, file.size));
    } catch (error) {
      fail(uploadId, toFailure(error));
    }
  };

  const discard = async (uploadId: string): Promise<void> => {
    const upload = find(uploadId);
    if (!upload || upload.isLeaving) return;
    change(uploadId, (now) => ({ ...withoutFailure(now), isLeaving: true }));
    try {
      await engine.discardUpload(upload);
      journaled.delete(uploadId);
      listed.delete(uploadId);
      store.setState(
        store.getState().filter((other) => other.uploadId !== uploadId),
        true,
      );
    } catch (error) {
      fail(uploadId, toFailure(error));
    }
  };

  return {
    store,
    refresh: async () => {
      journaled = new Map((await journal.all()).map((restored) => [restored.upload.uploadId, restored]));
      await publish();
      for (const upload of await journal.condemned()) {
        // Nobody waits for it; what the bucket refuses to remove is listed when it is looked in.
        if (leadsWhereItDid(upload, cosFor)) engine.discardUpload(upload).catch(() => undefined);
      }
    },
    lookInBucket: async (connectionId, prefix) => {
      const uploads = await listUnfinished(cosFor(connectionId), prefix);
      const others = [...listed].filter(([, upload]) => upload.connectionId !== connectionId);
      listed = new Map([
        ...others,
        ...uploads.map((upload) => [upload.uploadId, describeListed(connectionId, upload)] as const),
      ]);
      await publish();
    },
    resume,
    resumeAll: async () => {
      // One after the other: the browser asks for one permission at a time, and may grant all with the first.
      for (const { uploadId, hasHandle } of store.getState()) if (hasHandle) await resume(uploadId);
    },
    choose: (uploadId, chosen) => {
      const asked = uploadId === undefined ? undefined : journaled.get(uploadId);
      const listedHere = store.getState().flatMap((upload) => journaled.get(upload.uploadId) ?? []);
      const matches = matchChosenFiles(asked, listedHere, chosen);
      const [first] = chosen;
      if (asked && first && !matches.some(({ restored }) => restored === asked)) {
        fail(asked.upload.uploadId, otherFile(asked, first.file.size));
      }
      for (const match of matches) goOn(match.restored, match.chosen);
      return matches.length;
    },
    measure: async (uploadId) => {
      const upload = find(uploadId);
      if (!upload || upload.sentBytes !== undefined) return;
      try {
        const sentBytes = await sumOfParts(cosFor(upload.connectionId), upload);
        change(uploadId, (now) => ({ ...now, sentBytes }));
      } catch {
        // Its size is a courtesy; removing it says what is wrong.
      }
    },
    discard,
    discardOlderThan: async (days) => {
      const old = store.getState().filter((upload) => isOlderThan(upload, days, now()));
      await Promise.all(old.map(({ uploadId }) => discard(uploadId)));
    },
  };
}

function withoutFailure({ failure, ...rest }: UnfinishedUpload): UnfinishedUpload {
  void failure;
  return rest;
}

function placeOf(connectionId: string, key: string): string {
  return `${connectionId}/${key}`;
}

function otherFile({ upload }: RestoredUpload, bytes: number): Failure {
  const message = `expected ${upload.file.name} of ${upload.file.sizeBytes} bytes, and got one of ${bytes}`;
  return { kind: 'local', code: 'NotTheSameFile', message, facts: { key: upload.key, bytes: upload.file.sizeBytes } };
}
