import { lazy } from 'react';
import { loadLateText } from '#text/loadLateText.ts';
import { pickLanguage } from '#text/pickLanguage.ts';
import { loadMovers } from '#transfers/loadMovers.ts';
import type { CollectedFile } from './uploads/createUploadPlanner.ts';

/**
 * [Note: The first rows first] What a person sees only after a click is not in the first load: the bundler puts each of
 * these into a file of its own. As soon as the first rows are there the files are fetched all the same, in idle time,
 * so that no click waits for one, and a page that goes offline afterwards still has all it needs.
 * `e2e/first-load.spec.ts` holds the budget.
 */
const loaders = {
  lateText: () => loadLateText(pickLanguage([document.documentElement.lang])),
  uploads: () => import('./wiring/takeUploads.ts'),
  downloads: () => import('./wiring/saveDownloads.ts'),
  tellUpload: () => import('./uploads/tellUpload.ts'),
  tellTree: () => import('./downloads/tellTree.ts'),
  transferPanel: () => import('#transfer-panel/TransferPanel.tsx'),
  selectionActions: () => import('#bucket-browser/SelectionActions.tsx'),
  dropOverlay: () => import('#bucket-browser/DropOverlay.tsx'),
  shareLink: () => import('#links/createCheckedLink.ts'),
  shareLinks: () => import('#links/mintCheckedLinks.ts'),
  streamUrl: () => import('#links/presignStreamUrl.ts'),
  createFolder: () => import('#operations/createFolder.ts'),
  corsHelp: () => import('#bucket-browser/CorsHelp.tsx'),
  rowNameField: () => import('#bucket-browser/RowNameField.tsx'),
  folderMenus: () => import('#bucket-browser/FolderMenus.tsx'),
  hands: () => import('#bucket-browser/gestures/attachHands.ts'),
  carryOverlay: () => import('#bucket-browser/CarryOverlay.tsx'),
  listControls: () => import('#bucket-browser/ListControls.tsx'),
  gridView: () => import('#bucket-browser/GridView.tsx'),
  thumbnails: () => import('./wiring/drawThumbnails.ts'),
  deletedHost: () => import('./deleted/DeletedHost.tsx'),
  rangeDialog: () => import('#bucket-browser/RangeDialog.tsx'),
  emptyFolder: () => import('#bucket-browser/EmptyFolder.tsx'),
  noMatches: () => import('#bucket-browser/NoMatches.tsx'),
  uploadMenu: () => import('#bucket-browser/UploadMenu.tsx'),
  shareHost: () => import('./links/ShareHost.tsx'),
  objectPreview: () => import('./preview/PreviewHost.tsx'),
  exportListing: () => import('./exportListing.ts'),
  deleteDialog: () => import('#bucket-browser/DeleteDialog.tsx'),
  folderActions: () => import('#bucket-browser/FolderActions.tsx'),
  palette: () => import('./palette/PaletteHost.tsx'),
  operations: () => import('./wiring/runOperations.ts'),
  readListPage: () => import('#cos/calls/readListPage.ts'),
  writeCalls: () => import('#cos/createWriteCalls.ts'),
  copyObject: () => import('#cos/calls/copyObject.ts'),
  uploadPartCopy: () => import('#cos/calls/uploadPartCopy.ts'),
  getObjectAcl: () => import('#cos/calls/getObjectAcl.ts'),
  getThumbnail: () => import('#cos/calls/getThumbnail.ts'),
  getObjectTagging: () => import('#cos/calls/getObjectTagging.ts'),
  putObjectTagging: () => import('#cos/calls/putObjectTagging.ts'),
  restoreObject: () => import('#cos/calls/restoreObject.ts'),
  listObjectVersions: () => import('#cos/calls/listObjectVersions.ts'),
  renameDialog: () => import('#bucket-browser/RenameDialog.tsx'),
  restoreHost: () => import('./preview/RestoreHost.tsx'),
  detailsDialogs: () => import('./preview/DetailsDialogs.tsx'),
  moveDialog: () => import('#bucket-browser/MoveDialog.tsx'),
  newFolderDialog: () => import('#bucket-browser/NewFolderDialog.tsx'),
  conflictSheet: () => import('#upload-dialogs/ConflictSheet.tsx'),
  uploadChangesDialog: () => import('#upload-dialogs/UploadChangesDialog.tsx'),
  uploadOptionsDialog: () => import('#upload-dialogs/UploadOptionsDialog.tsx'),
  requestFiles: () => import('./requests/RequestFilesHost.tsx'),
  uploadRequests: () => import('./requests/UploadRequestsHost.tsx'),
  uploadRequest: () => import('#links/createUploadRequest.ts'),
  historyDialog: () => import('#transfer-panel/HistoryDialog.tsx'),
  linkSheets: () => import('./links/LinkSheets.tsx'),
  madeLinks: () => import('./links/createMadeLinks.ts'),
  setUpCheck: () => import('./setup/SetUpCheckPage.tsx'),
  setUpWords: async () =>
    (await import('#text/loadSetUpText.ts')).fetchSetUpWords(document.documentElement.lang === 'en' ? 'en' : 'zh-CN'),
  keyboardHelp: () => import('./help/KeyboardHelp.tsx'),
  settingsMenu: () => import('./frame/SettingsMenu.tsx'),
  settingsDialog: () => import('./settings/SettingsDialog.tsx'),
  connectionMenu: () => import('#connect-form/ConnectionMenu.tsx'),
  openBucketDialog: () => import('#connect-form/OpenBucketDialog.tsx'),
  forgetHost: () => import('./connections/ForgetHost.tsx'),
  uploadLinkDialog: () => import('#share-dialog/UploadLinkDialog.tsx'),
  uploadLink: () => import('#links/createUploadLink.ts'),
  linksDialog: () => import('#share-dialog/LinksDialog.tsx'),
  qrCode: () => import('#share-dialog/QrCode.tsx'),
  archiveWriter: () => import('#transfers/archiveObjects.ts'),
};

export const TransferPanel = lazy(async () => ({ default: (await loaders.transferPanel()).TransferPanel }));
export const DeletedHost = lazy(async () => ({ default: (await loaders.deletedHost()).DeletedHost }));
export const HistoryDialog = lazy(async () => ({ default: (await loaders.historyDialog()).HistoryDialog }));
export const NewFolderDialog = lazy(async () => ({ default: (await loaders.newFolderDialog()).NewFolderDialog }));
export const PaletteHost = lazy(async () => ({ default: (await loaders.palette()).PaletteHost }));
export const PreviewHost = lazy(async () => ({ default: (await loaders.objectPreview()).PreviewHost }));
export const RenameDialog = lazy(async () => ({ default: (await loaders.renameDialog()).RenameDialog }));
export const MoveDialog = lazy(async () => ({ default: (await loaders.moveDialog()).MoveDialog }));
export const RestoreHost = lazy(async () => ({ default: (await loaders.restoreHost()).RestoreHost }));
export const DetailsDialogs = lazy(async () => ({ default: (await loaders.detailsDialogs()).DetailsDialogs }));
export const DeleteDialog = lazy(async () => ({ default: (await loaders.deleteDialog()).DeleteDialog }));
export const ConflictSheet = lazy(async () => ({ default: (await loaders.conflictSheet()).ConflictSheet }));
export const ShareHost = lazy(async () => ({ default: (await loaders.shareHost()).ShareHost }));
export const UploadLinkDialog = lazy(async () => ({ default: (await loaders.uploadLinkDialog()).UploadLinkDialog }));
export const LinksDialog = lazy(async () => ({ default: (await loaders.linksDialog()).LinksDialog }));
export const RequestFilesHost = lazy(async () => ({ default: (await loaders.requestFiles()).RequestFilesHost }));
export const UploadRequestsHost = lazy(async () => ({ default: (await loaders.uploadRequests()).UploadRequestsHost }));
export const SetUpCheckPage = lazy(async () => ({ default: (await loaders.setUpCheck()).SetUpCheckPage }));
export const LinkSheets = lazy(async () => ({ default: (await loaders.linkSheets()).LinkSheets }));
export const KeyboardHelp = lazy(async () => ({ default: (await loaders.keyboardHelp()).KeyboardHelp }));
export const SettingsMenu = lazy(async () => ({ default: (await loaders.settingsMenu()).SettingsMenu }));
export const SettingsDialog = lazy(async () => ({ default: (await loaders.settingsDialog()).SettingsDialog }));
export const ConnectionMenu = lazy(async () => ({ default: (await loaders.connectionMenu()).ConnectionMenu }));
export const OpenBucketDialog = lazy(async () => ({ default: (await loaders.openBucketDialog()).OpenBucketDialog }));
export const ForgetHost = lazy(async () => ({ default: (await loaders.forgetHost()).ForgetHost }));
export const UploadChangesDialog = lazy(async () => ({
  default: (await loaders.uploadChangesDialog()).UploadChangesDialog<CollectedFile>,
}));
export const UploadOptionsDialog = lazy(async () => ({
  default: (await loaders.uploadOptionsDialog()).UploadOptionsDialog,
}));

let isLoading = false;

/** Fetches all of them, one after the other, when the browser has nothing else to do, and then does what comes last. */
export function loadPartsWhenIdle(last: () => Promise<unknown>): void {
  if (isLoading) return;
  isLoading = true;
  const rest: (() => Promise<unknown>)[] = [loadMovers, ...Object.values(loaders), last];
  const next = (): void => {
    const load = rest.shift();
    // One that does not load now is asked for again by the click that needs it.
    load?.().then(whenIdle, whenIdle);
  };
  // Safari has no idle callbacks.
  const whenIdle = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(next, { timeout: 1000 });
    else setTimeout(next, 50);
  };
  whenIdle();
}
