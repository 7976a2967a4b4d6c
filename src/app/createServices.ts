import { createStore } from 'zustand/vanilla';
import { createCarryStore } from '#bucket-browser/createCarryStore.ts';
import { listingQuery } from '#bucket-browser/listingQuery.ts';
import { bucketOrigins } from '#config/bucketOrigins.ts';
import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import { allowsAction } from '#credentials/allowsAction.ts';
import { createRemembered } from '#lib/createRemembered.ts';
import { followRemembered } from '#lib/followRemembered.ts';
import type { Text } from '#text/Text.ts';
import { MIB } from '#transfers/planParts.ts';
import { applyDensity } from '#ui/density.ts';
import { later } from './later.ts';
import { createFirstLinkHint } from './links/createFirstLinkHint.ts';
import { createPlaceMemory } from './place/createPlaceMemory.ts';
import { createViewMemory } from './place/createViewMemory.ts';
import { createOperations } from './operations/createOperations.ts';
import { createTrashWish } from './operations/createTrashWish.ts';
import { placePrefix } from './place/placePrefix.ts';
import { preconnect } from './preconnect.ts';
import type { Services } from './Services.ts';
import { createPreferences } from './settings/createPreferences.ts';
import { tellRenamings } from './downloads/tellRenamings.ts';
import { createNotices } from './speaking/createNotices.ts';
import { createConflictQuestions } from './uploads/createConflictQuestions.ts';
import { createUploadGuard } from './uploads/createUploadGuard.ts';
import { createVersioningProbe } from './uploads/createVersioningProbe.ts';
import { connectBuckets } from './wiring/connectBuckets.ts';
import { listBuckets } from './wiring/listBuckets.ts';
import { moveBytes } from './wiring/moveBytes.ts';
import { onceLoaded } from '#lib/onceLoaded.ts';
import { speakToPerson } from './wiring/speakToPerson.ts';

const PREFERENCES = 'beeline.preferences';
const MADE_LINKS = 'beeline.madeLinks';
const ACL_ACTION = 'name/cos:GetObjectACL';

/**
 * The wiring diagram: everything is constructed here and in `wiring`, and nowhere else. `text` is asked for at the
 * moment of speaking, so that a change of language is heard at once.
 */
export function createServices(config: DeploymentConfig, text: () => Text | undefined): Services {
  const notices = createNotices(later);
  const { clock, credentials, connections, cosFor, connectionAt, knownPermissions } = connectBuckets(config, {
    onLongLife: (warning) => notices.add('', warning),
    // When its words cannot be fetched either, whatever needs keys says why they are gone.
    onRenewalFailed: (trouble) =>
      void endWatch().then(
        (watch) => watch(trouble),
        () => undefined,
      ),
  });
  const transfers = moveBytes({
    config,
    cosFor,
    onNothingKept: (failure) => notices.add(text()?.t.cannotResumeLater ?? '', failure),
  });
  const { engine, transferStore, uploadSettings } = transfers;
  const lists = listBuckets({ cosFor, engine });
  const { queryClient, listingSource, listingUpdater } = lists;
  const speech = speakToPerson({ engine, text });
  const { announcer } = speech;
  const endWatch = onceLoaded(async () => {
    const { createEndWatch } = await import('./speaking/createEndWatch.ts');
    return createEndWatch({ now: () => clock.now(), later, announcer, notices, text });
  });
  const preferences = createPreferences(createRemembered(PREFERENCES), ({ isCompact, partMiB, lanes, onTaken }) => {
    applyDensity(isCompact === true);
    engine.shape({ partBytes: partMiB && partMiB * MIB, lanes, onTaken });
  });
  followRemembered(PREFERENCES, preferences.follow);
  const wanted = preferences.store.getState;
  const conflicts = createConflictQuestions(later, () => wanted().onTaken);
  const makeFolder = async (connectionId: string, prefix: string): Promise<void> => {
    const { createFolder } = await import('#operations/createFolder.ts');
    await createFolder(cosFor(connectionId), prefix);
    const lastModified = new Date(clock.now());
    const object = { key: prefix, sizeBytes: 0, lastModified, etag: '', storageClass: 'STANDARD' };
    listingUpdater.written(connectionId, [{ type: 'put', object }]);
  };

  const keepsVersions = createVersioningProbe({
    cosFor,
    mayAsk: (id) => knownPermissions(id)?.includes('name/cos:GetBucketVersioning') === true,
  });

  // Neither is needed for the first rows; see [Note: The first rows first].
  const uploads = onceLoaded(async () => {
    const { takeUploads } = await import('./wiring/takeUploads.ts');
    return takeUploads({
      cosFor,
      engine,
      questions: conflicts,
      mayRead: (id) => allowsAction(knownPermissions(id), 'name/cos:HeadObject'),
      keepsVersions,
      options: () => uploadSettings.store.getState().settings.options,
      keepsNames: () => wanted().keepsNames === true,
      createFolder: makeFolder,
    });
  });
  const downloads = onceLoaded(async () => {
    const { saveDownloads } = await import('./wiring/saveDownloads.ts');
    return saveDownloads({
      cosFor,
      credentials,
      clock,
      engine,
      transferStore,
      onListed: (renamed, leftOut) => {
        const now = text();
        if (now) tellRenamings(renamed, leftOut, { text: now, notices, announcer });
      },
    });
  });

  const thumbnails = onceLoaded(async () => {
    const { drawThumbnails } = await import('./wiring/drawThumbnails.ts');
    return drawThumbnails(cosFor);
  });

  const mayRead = (id: string, what: 'acl' | 'tags'): boolean => {
    const connection = connectionAt({ c: id });
    const permissions = connection && credentials.permissionsOf(connection, 'browse');
    return allowsAction(permissions, what === 'acl' ? ACL_ACTION : 'name/cos:GetObjectTagging');
  };
  const operations = createOperations(async (hear) => {
    const { runOperations } = await import('./wiring/runOperations.ts');
    const journal = transfers.journalFor('operations');
    return runOperations({
      config,
      cosFor,
      mayRead,
      journal,
      listingUpdater,
      queryClient,
      hear,
      announcer,
      notices,
      text,
      questions: conflicts,
    });
  });

  return {
    config,
    clock,
    ...transfers,
    ...lists,
    ...speech,
    notices,
    preferences,
    wantedInDock: createStore<{ readonly id: string } | undefined>(() => undefined),
    carry: createCarryStore(),
    places: createPlaceMemory({
      favourites: createRemembered('beeline.favourites'),
      recent: createRemembered('beeline.recent'),
    }),
    views: createViewMemory(createRemembered('beeline.gridViews')),
    conflicts,
    connections,
    cosFor,
    connectionAt,
    permissions: credentials,
    operations,
    trashWish: createTrashWish(createRemembered('beeline.deleting')),
    losses: ({ id }, toConnectionId) => [
      ...(mayRead(id, 'acl') ? [] : (['acl'] as const)),
      // In one bucket the server copies them by itself.
      ...(toConnectionId === id || mayRead(id, 'tags') ? [] : (['tags'] as const)),
    ],
    planUpload: async (...chosen) => (await uploads()).planUpload(...chosen),
    keepsVersions,
    sendPlan: async (...plan) => (await uploads()).sendPlan(...plan),
    uploadRefusal: createUploadGuard({ credentials, setTimeout: later }),
    uploadInto: async (...drop) => (await uploads()).uploadInto(...drop),
    downloadFrom: async (...wanted) => (await downloads())(...wanted),
    streamUrl: async (connection, object, contentType, signal) => {
      const { presignStreamUrl } = await import('#links/presignStreamUrl.ts');
      return presignStreamUrl({ connection, credentials, clock, ...object, contentType }, { signal });
    },
    drawThumbnail: async (...wanted) => (await thumbnails())(...wanted),
    shareLink: async (connection, request, signal) => {
      const { createCheckedLink } = await import('#links/createCheckedLink.ts');
      return createCheckedLink({ connection, credentials, clock, request }, { signal });
    },
    uploadLink: async (connection, key, lifeSeconds) => {
      const { createUploadLink } = await import('#links/createUploadLink.ts');
      return createUploadLink({ connection, credentials, clock, key, lifeSeconds });
    },
    firstLink: createFirstLinkHint(createRemembered('beeline.firstLink'), createRemembered(MADE_LINKS)),
    madeLinks: onceLoaded(async () => {
      const { createMadeLinks } = await import('./links/createMadeLinks.ts');
      const kept = createRemembered(MADE_LINKS);
      return createMadeLinks({ kept, now: () => clock.now(), newId: () => crypto.randomUUID() });
    }),
    shareLinks: async (connection, options, signal) => {
      const { mintCheckedLinks } = await import('#links/mintCheckedLinks.ts');
      return mintCheckedLinks({ connection, credentials, clock, ...options }, { signal });
    },
    uploadRequest: async (connection, wish, signal) => {
      const { createUploadRequest } = await import('#links/createUploadRequest.ts');
      return createUploadRequest({ connection, credentials, clock }, wish, { signal });
    },
    sharePage: async (connection, wish, signal) => {
      const { makeSharePage } = await import('./makeSharePage.ts');
      return makeSharePage({ config, connection, credentials, clock, cos: cosFor(connection.id), ...wish }, { signal });
    },
    prefetch: (place) => {
      const connection = connectionAt(place);
      if (connection === undefined) return;
      const [origin] = bucketOrigins(connection);
      if (origin !== undefined) preconnect(origin);
      void queryClient.prefetchQuery(listingQuery(listingSource, connection.id, placePrefix(connection, place)));
    },
  };
}
