import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { StoreApi } from 'zustand';
import type { CarryStore } from '#bucket-browser/createCarryStore.ts';
import type { ListingSource } from '#bucket-browser/listingQuery.ts';
import type { Connection, DeploymentConfig } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectVersionName } from '#cos/CosObject.ts';
import type { KnownPermissions } from '#credentials/CredentialsProvider.ts';
import type { ServerClock } from '#credentials/ServerClock.ts';
import type { CheckedLink } from '#links/createCheckedLink.ts';
import type { LinkServices } from '#links/LinkServices.ts';
import type { BatchOptions, CheckedLinks } from '#links/mintCheckedLinks.ts';
import type { MadeShare } from '#links/makeShare.ts';
import type { ShareLink, ShareLinkRequest } from '#links/ShareLink.ts';
import type { MadeUploadRequest, UploadRequestWish } from '#links/createUploadRequest.ts';
import type { UnfinishedDownloads } from '#transfers/createUnfinishedDownloads.ts';
import type { UnfinishedUploads } from '#transfers/createUnfinishedUploads.ts';
import type { TransferHistory } from '#transfers/createTransferHistory.ts';
import type { TransferSpeed } from '#transfers/createTransferSpeed.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import type { Connections } from './connections/createConnections.ts';
import type { Announcer } from './speaking/createAnnouncer.ts';
import type { ConflictQuestions } from './uploads/createConflictQuestions.ts';
import type { DownloadFlow } from './downloads/createDownloadFlow.ts';
import type { EndNotifier } from './speaking/createEndNotifier.ts';
import type { ListingUpdater } from './createListingUpdater.ts';
import type { FirstLinkHint } from './links/createFirstLinkHint.ts';
import type { MadeLinks } from './links/createMadeLinks.ts';
import type { Notices } from './speaking/createNotices.ts';
import type { SharePageWish } from './makeSharePage.ts';
import type { PlaceMemory } from './place/createPlaceMemory.ts';
import type { Operations } from './operations/createOperations.ts';
import type { TrashWish } from './operations/createTrashWish.ts';
import type { PreferenceKeeper } from './settings/createPreferences.ts';
import type { PlaceParams } from './place/PlaceParams.ts';
import type { ViewMemory } from './place/createViewMemory.ts';
import type { DrawThumbnailOf } from './thumbnails/createThumbnails.ts';
import type { UploadFlow } from './uploads/createUploadFlow.ts';
import type { PlanSender } from './uploads/createPlanSender.ts';
import type { UploadGuard } from './uploads/createUploadGuard.ts';
import type { UploadPlanner } from './uploads/createUploadPlanner.ts';
import type { UploadSettingsKeeper } from './uploads/createUploadSettings.ts';
import type { VersioningProbe } from './uploads/createVersioningProbe.ts';

/** Everything the screens are composed from. Made once, by `createServices`. */
export interface Services {
  readonly config: DeploymentConfig;
  readonly clock: ServerClock;
  readonly queryClient: QueryClient;
  readonly engine: TransferEngine;
  readonly transferStore: StoreApi<TransferStoreState>;
  readonly transferSpeed: StoreApi<TransferSpeed>;
  /** What the person wants to see in the dock; a new object for each wish. */
  readonly wantedInDock: StoreApi<{ readonly id: string } | undefined>;
  readonly unfinished: UnfinishedUploads;
  readonly unfinishedDownloads: UnfinishedDownloads;
  readonly history: TransferHistory;
  readonly endNotifier: EndNotifier;
  readonly listingSource: ListingSource;
  readonly listingUpdater: ListingUpdater;
  readonly preferences: PreferenceKeeper;
  readonly places: PlaceMemory;
  readonly views: ViewMemory;
  readonly announcer: Announcer;
  /** What is dragged, cut or copied. */
  readonly carry: CarryStore;
  readonly notices: Notices;
  readonly conflicts: ConflictQuestions;
  readonly uploadRefusal: UploadGuard;
  readonly uploadInto: UploadFlow;
  readonly planUpload: UploadPlanner;
  readonly sendPlan: PlanSender;
  readonly keepsVersions: VersioningProbe;
  readonly uploadSettings: UploadSettingsKeeper;
  readonly downloadFrom: DownloadFlow;
  readonly connections: Connections;
  /** The client of a connection; throws `ConnectionUnknown`. */
  readonly cosFor: (connectionId: string) => CosClient;
  /** The connection a place names; the first one when it names none; undefined when there is no such. */
  readonly connectionAt: (place: PlaceParams) => Connection | undefined;
  /** What the keys may do, as far as it is known. */
  readonly permissions: KnownPermissions;
  /** Starts listing a place, so that the request leaves before anything is drawn. */
  readonly prefetch: (place: PlaceParams) => void;
  /** A URL from which a media element streams one object. */
  readonly streamUrl: (
    connection: Connection,
    object: ObjectVersionName,
    contentType: string,
    signal: AbortSignal,
  ) => Promise<string>;
  readonly drawThumbnail: DrawThumbnailOf;
  /** Renames, moves, copies, deletes. */
  readonly operations: Operations;
  readonly trashWish: TrashWish;
  /** What copies cannot carry along with these keys, as far as it is known. */
  readonly losses: (from: Connection, toConnectionId: string) => readonly ('acl' | 'tags')[];
  readonly shareLink: (connection: Connection, request: ShareLinkRequest, signal: AbortSignal) => Promise<CheckedLink>;
  readonly uploadLink: (connection: Connection, key: string, lifeSeconds: number) => Promise<ShareLink>;
  readonly uploadRequest: (
    connection: Connection,
    wish: UploadRequestWish,
    signal: AbortSignal,
  ) => Promise<MadeUploadRequest>;
  readonly firstLink: FirstLinkHint;
  /** What was shared from this browser. */
  readonly madeLinks: () => Promise<MadeLinks>;
  readonly shareLinks: (
    connection: Connection,
    options: Omit<BatchOptions, keyof LinkServices>,
    signal: AbortSignal,
  ) => Promise<CheckedLinks>;
  readonly sharePage: (connection: Connection, wish: SharePageWish, signal: AbortSignal) => Promise<MadeShare>;
}

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('useServices needs a ServicesContext');
  return services;
}
