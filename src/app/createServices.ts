import { QueryClient } from '@tanstack/react-query';
import { createWriteLog, type WriteLog } from '#bucket-browser/createWriteLog.ts';
import { listingQuery, type ListingSource } from '#bucket-browser/listingQuery.ts';
import type { Connection, DeploymentConfig } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import { createCosClient } from '#cos/createCosClient.ts';
import { createLanes } from '#cos/lanes.ts';
import { allowsAction } from '#credentials/allowsAction.ts';
import { createCredentialsProvider } from '#credentials/createCredentialsProvider.ts';
import { createServerClock } from '#credentials/createServerClock.ts';
import { createDiskTree } from '#files/createDiskTree.ts';
import { createDownloadSink } from '#files/createDownloadSink.ts';
import { removeStaleStaging } from '#files/downloadStaging.ts';
import { openHandle } from '#files/openHandle.ts';
import { canPickDownloadTarget, pickDownloadTarget } from '#files/pickDownloadTarget.ts';
import { canPickFolder, pickFolder } from '#files/pickFolder.ts';
import { safeFileName } from '#files/safeFileName.ts';
import { startBrowserDownload } from '#files/startBrowserDownload.ts';
import { createCrc64Worker } from '#lib/createCrc64Worker.ts';
import { createHostProbe } from '#lib/createHostProbe.ts';
import { createRemembered } from '#lib/createRemembered.ts';
import { FailureError } from '#lib/FailureError.ts';
import { openJournal } from '#lib/openJournal.ts';
import { createShareLink } from '#links/createShareLink.ts';
import { createNameLookup } from '#listing/createNameLookup.ts';
import { presignDownloadUrl } from '#links/presignDownloadUrl.ts';
import { listPrefix } from '#listing/listPrefix.ts';
import { createFolder } from '#operations/createFolder.ts';
import type { Text } from '#text/Text.ts';
import { createTransferEngine } from '#transfers/createTransferEngine.ts';
import { createTransferHistory } from '#transfers/createTransferHistory.ts';
import { createTransferSpeed } from '#transfers/createTransferSpeed.ts';
import { createTransferStore } from '#transfers/createTransferStore.ts';
import { createUnfinishedUploads } from '#transfers/createUnfinishedUploads.ts';
import { createUploadJournal } from '#transfers/createUploadJournal.ts';
import { createWebLocks } from '#transfers/createWebLocks.ts';
import { scalePolicy } from '#transfers/scalePolicy.ts';
import { DEFAULT_TRANSFER_POLICY } from '#transfers/TransferPolicy.ts';
import { endings } from '#transfer-panel/summarize.ts';
import { browserNetwork } from './browserNetwork.ts';
import { browserNotifications } from './browserNotifications.ts';
import { createAnnouncer } from './createAnnouncer.ts';
import { createArchiveDownload } from './createArchiveDownload.ts';
import { createConflictQuestions } from './createConflictQuestions.ts';
import { createContentComparer } from './createContentComparer.ts';
import { createDownloadFlow } from './createDownloadFlow.ts';
import { createEndNotifier } from './createEndNotifier.ts';
import { createListingUpdater } from './createListingUpdater.ts';
import { createNotices } from './createNotices.ts';
import { createTransferReporter } from './createTransferReporter.ts';
import { createTreeDownload } from './createTreeDownload.ts';
import { createUploadFlow } from './createUploadFlow.ts';
import { createUploadPlanner } from './createUploadPlanner.ts';
import { createUploadSettings } from './createUploadSettings.ts';
import { createVersioningProbe } from './createVersioningProbe.ts';
import { createWakeLock } from './createWakeLock.ts';
import { deniedActions } from './deniedActions.ts';
import { placePrefix } from './placePrefix.ts';
import { reportDeletion } from './reportDeletion.ts';
import type { PlaceParams } from './searchParams.ts';
import type { Services } from './Services.ts';
import { tellRenamings } from './tellRenamings.ts';
import { untilQueueIsShort } from './untilQueueIsShort.ts';

const later = (callback: () => void, delayMs: number) => setTimeout(callback, delayMs);

/**
 * The wiring diagram: the only place where things are constructed. `text` is asked for at the moment of speaking, so
 * that a change of language is heard at once.
 */
export function createServices(config: DeploymentConfig, text: () => Text | undefined): Services {
  // The service: clock, keys, connections, one client per connection
  const clock = createServerClock();
  const probe = createHostProbe();
  const credentials = createCredentialsProvider({ endpoint: config.endpoint, clock, probe });
  const lanes = createLanes();
  const clients = new Map<string, CosClient>(
    config.connections.map((connection) => [
      connection.id,
      createCosClient({ connection, credentials, clock, lanes, probe }),
    ]),
  );
  function cosFor(connectionId: string): CosClient {
    const client = clients.get(connectionId);
    if (client === undefined)
      throw new FailureError({ kind: 'local', code: 'ConnectionUnknown', message: connectionId });
    return client;
  }

  // Bytes
  const timers = {
    now: Date.now,
    setTimeout: later,
    clearTimeout: (handle: unknown) => clearTimeout(handle as number),
  };
  const locks = createWebLocks();
  const database = openJournal();
  const journal = createUploadJournal({
    store: database('uploads'),
    now: Date.now,
    onUnavailable: (failure) => notices.add(text()?.t.cannotResumeLater ?? '', failure),
  });
  const engine = createTransferEngine({
    cosFor,
    crc64: createCrc64Worker(),
    timers,
    network: browserNetwork(),
    random: Math.random,
    journal,
    locks,
    policy: scalePolicy(DEFAULT_TRANSFER_POLICY, config.patience),
  });
  const uploadSettings = createUploadSettings({
    storage: () => sessionStorage,
    onSharedLimit: (limit) => engine.limitUploads(limit),
  });
  const transferStore = createTransferStore(engine, { setTimeout: later });
  const transferSpeed = createTransferSpeed({ store: transferStore, timers });
  const history = createTransferHistory({
    engine,
    journal: database('history'),
    timers,
    locationOf: (connectionId) => cosFor(connectionId).location,
    pageId: crypto.randomUUID(),
  });
  createWakeLock({
    store: transferStore,
    source: 'wakeLock' in navigator ? navigator.wakeLock : undefined,
    page: document,
  });
  const unfinished = createUnfinishedUploads({ engine, journal, locks, cosFor, openHandle, now: Date.now });
  void removeStaleStaging();

  // Lists
  const queryClient = new QueryClient({
    // The client decides about the network itself and says what is wrong with it.
    defaultOptions: { queries: { networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false } },
  });
  const writeLogs = new Map<string, WriteLog>();
  function writesOf(connectionId: string): WriteLog {
    let log = writeLogs.get(connectionId);
    if (log === undefined) writeLogs.set(connectionId, (log = createWriteLog(Date.now)));
    return log;
  }
  const listingSource: ListingSource = {
    pages: (connectionId, prefix, signal) => listPrefix(cosFor(connectionId), { prefix }, { signal }),
    writesOf,
    now: Date.now,
  };
  const listingUpdater = createListingUpdater({ queryClient, engine, writesOf, setTimeout: later });

  // What people are told and asked
  const announcer = createAnnouncer({ setTimeout: later, moreErrors: (count) => text()?.t.moreErrors(count) ?? '' });
  const notices = createNotices(later);
  const conflicts = createConflictQuestions(later);
  const endNotifier = createEndNotifier({
    source: browserNotifications(),
    wish: createRemembered('beeline.notifyAtEnd'),
    isHidden: () => document.visibilityState === 'hidden',
  });
  createTransferReporter({
    engine,
    onQuarter: (fraction) => {
      const now = text();
      if (now) announcer.say(now.t.batchProgress(now.formats.percent(fraction)));
    },
    onBatchEnd: (counts) => {
      const now = text();
      if (!now) return;
      const sentence = endings(counts, now.t).join(', ');
      announcer.say(sentence);
      endNotifier.ended(sentence);
    },
    onFailed: (name, failure) => {
      const now = text();
      if (now) announcer.alert(`${name}: ${now.failure(failure).title}`);
    },
  });

  const makeFolder = async (connectionId: string, prefix: string): Promise<void> => {
    await createFolder(cosFor(connectionId), prefix);
    const object = {
      key: prefix,
      sizeBytes: 0,
      lastModified: new Date(clock.now()),
      etag: '',
      storageClass: 'STANDARD',
    };
    listingUpdater.written(connectionId, [{ type: 'put', object }]);
  };

  /** What the keys for looking around may do, where the endpoint has told. */
  function knownPermissions(connectionId: string): readonly string[] | undefined {
    const connection = config.connections.find(({ id }) => id === connectionId);
    return connection && credentials.permissionsOf(connection, 'browse');
  }

  const compare = createContentComparer({
    cosFor,
    crc64: createCrc64Worker(),
    mayRead: (id) => allowsAction(knownPermissions(id), 'name/cos:HeadObject'),
  });

  function connectionAt(place: PlaceParams): Connection | undefined {
    return place.c === undefined
      ? config.connections[0]
      : config.connections.find((connection) => connection.id === place.c);
  }

  return {
    config,
    clock,
    queryClient,
    engine,
    transferStore,
    transferSpeed,
    unfinished,
    history,
    endNotifier,
    listingSource,
    listingUpdater,
    announcer,
    notices,
    conflicts,
    cosFor,
    connectionAt,
    denied: (connection, words) => deniedActions(connection, credentials, words),
    createFolder: makeFolder,
    reportDeletion: (connectionId, end) =>
      reportDeletion({ connectionId, end, text: text(), listingUpdater, queryClient, announcer, notices }),
    uploadSettings,
    planUpload: createUploadPlanner({ cosFor, compare }),
    keepsVersions: createVersioningProbe({
      cosFor,
      mayAsk: (id) => knownPermissions(id)?.includes('name/cos:GetBucketVersioning') === true,
    }),
    uploadInto: createUploadFlow({
      engine,
      questions: conflicts,
      lookUp: (connectionId, within) => createNameLookup(cosFor(connectionId), within),
      compare,
      options: () => uploadSettings.store.getState().settings.options,
      createFolder: makeFolder,
      setTimeout: later,
    }),
    downloadFrom: createDownloadFlow({
      engine,
      pickTarget: pickDownloadTarget,
      canPickTarget: canPickDownloadTarget,
      pickTree: async () => {
        const folder = await pickFolder();
        return folder && createDiskTree(folder);
      },
      canPickTree: canPickFolder,
      stage: createDownloadSink,
      downloadArchive: createArchiveDownload({
        engine,
        cosFor,
        stage: createDownloadSink,
        onListed: (renamed, leftOut) => {
          const now = text();
          if (now) tellRenamings(renamed, leftOut, { text: now, notices, announcer });
        },
      }),
      downloadTree: createTreeDownload({
        engine,
        cosFor,
        isCancelled: (id) => transferStore.getState().byId.get(id)?.state.status === 'cancelled',
        untilThereIsRoom: () => untilQueueIsShort(transferStore),
      }),
      presign: async (connection, { key, name, sizeBytes }) => {
        const wanted = { connection, credentials, clock, key, fileName: safeFileName(name), sizeBytes };
        return (await presignDownloadUrl(wanted)).url;
      },
      startBrowserDownload,
    }),
    shareLink: (connection, request, signal) =>
      createShareLink({ connection, credentials, clock, request }, { signal }),
    prefetch: (place) => {
      const connection = connectionAt(place);
      if (connection === undefined) return;
      void queryClient.prefetchQuery(listingQuery(listingSource, connection.id, placePrefix(connection, place)));
    },
  };
}
