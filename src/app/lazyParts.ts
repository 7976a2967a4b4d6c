import { loadLateText } from '#text/loadLateText.ts';
import { pickLanguage } from '#text/pickLanguage.ts';
import { loadMovers } from '#transfers/loadMovers.ts';
import { lazyPart } from '#ui/lazyPart.tsx';
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

export const TransferPanel = lazyPart(async () => (await loaders.transferPanel()).TransferPanel);
export const DeletedHost = lazyPart(async () => (await loaders.deletedHost()).DeletedHost);
export const HistoryDialog = lazyPart(async () => (await loaders.historyDialog()).HistoryDialog);
export const NewFolderDialog = lazyPart(async () => (await loaders.newFolderDialog()).NewFolderDialog);
export const PaletteHost = lazyPart(async () => (await loaders.palette()).PaletteHost);
export const PreviewHost = lazyPart(async () => (await loaders.objectPreview()).PreviewHost);
export const RenameDialog = lazyPart(async () => (await loaders.renameDialog()).RenameDialog);
export const MoveDialog = lazyPart(async () => (await loaders.moveDialog()).MoveDialog);
export const RestoreHost = lazyPart(async () => (await loaders.restoreHost()).RestoreHost);
export const DetailsDialogs = lazyPart(async () => (await loaders.detailsDialogs()).DetailsDialogs);
export const DeleteDialog = lazyPart(async () => (await loaders.deleteDialog()).DeleteDialog);
export const ConflictSheet = lazyPart(async () => (await loaders.conflictSheet()).ConflictSheet);
export const ShareHost = lazyPart(async () => (await loaders.shareHost()).ShareHost);
export const UploadLinkDialog = lazyPart(async () => (await loaders.uploadLinkDialog()).UploadLinkDialog);
export const LinksDialog = lazyPart(async () => (await loaders.linksDialog()).LinksDialog);
export const RequestFilesHost = lazyPart(async () => (await loaders.requestFiles()).RequestFilesHost);
export const UploadRequestsHost = lazyPart(async () => (await loaders.uploadRequests()).UploadRequestsHost);
export const SetUpCheckPage = lazyPart(async () => (await loaders.setUpCheck()).SetUpCheckPage);
export const LinkSheets = lazyPart(async () => (await loaders.linkSheets()).LinkSheets);
export const KeyboardHelp = lazyPart(async () => (await loaders.keyboardHelp()).KeyboardHelp);
export const SettingsMenu = lazyPart(async () => (await loaders.settingsMenu()).SettingsMenu);
export const SettingsDialog = lazyPart(async () => (await loaders.settingsDialog()).SettingsDialog);
export const ConnectionMenu = lazyPart(async () => (await loaders.connectionMenu()).ConnectionMenu);
export const OpenBucketDialog = lazyPart(async () => (await loaders.openBucketDialog()).OpenBucketDialog);
export const ForgetHost = lazyPart(async () => (await loaders.forgetHost()).ForgetHost);
export const UploadChangesDialog = lazyPart(
  async () => (await loaders.uploadChangesDialog()).UploadChangesDialog<CollectedFile>,
);
export const UploadOptionsDialog = lazyPart(async () => (await loaders.uploadOptionsDialog()).UploadOptionsDialog);

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
