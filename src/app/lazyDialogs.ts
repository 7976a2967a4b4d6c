import { lazy } from 'react';
import type { CollectedFile } from './uploads/createUploadPlanner.ts';

/** The dialogs, each in a file of its own; `lazyParts.ts` fetches them in idle time. See [Note: The first rows first]. */
export const dialogLoaders = {
  shareDialog: () => import('#share-dialog/ShareDialog.tsx'),
  deleteDialog: () => import('#bucket-browser/DeleteDialog.tsx'),
  placeDialog: () => import('./place/PlaceDialog.tsx'),
  renameDialog: () => import('#bucket-browser/RenameDialog.tsx'),
  moveDialog: () => import('#bucket-browser/MoveDialog.tsx'),
  newFolderDialog: () => import('#bucket-browser/NewFolderDialog.tsx'),
  conflictSheet: () => import('#upload-dialogs/ConflictSheet.tsx'),
  uploadChangesDialog: () => import('#upload-dialogs/UploadChangesDialog.tsx'),
  uploadOptionsDialog: () => import('#upload-dialogs/UploadOptionsDialog.tsx'),
};

export const ShareDialog = lazy(async () => ({ default: (await dialogLoaders.shareDialog()).ShareDialog }));
export const DeleteDialog = lazy(async () => ({ default: (await dialogLoaders.deleteDialog()).DeleteDialog }));
export const PlaceDialog = lazy(async () => ({ default: (await dialogLoaders.placeDialog()).PlaceDialog }));
export const RenameDialog = lazy(async () => ({ default: (await dialogLoaders.renameDialog()).RenameDialog }));
export const MoveDialog = lazy(async () => ({ default: (await dialogLoaders.moveDialog()).MoveDialog }));
export const NewFolderDialog = lazy(async () => ({ default: (await dialogLoaders.newFolderDialog()).NewFolderDialog }));
export const ConflictSheet = lazy(async () => ({ default: (await dialogLoaders.conflictSheet()).ConflictSheet }));
export const UploadChangesDialog = lazy(async () => ({
  default: (await dialogLoaders.uploadChangesDialog()).UploadChangesDialog<CollectedFile>,
}));
export const UploadOptionsDialog = lazy(async () => ({
  default: (await dialogLoaders.uploadOptionsDialog()).UploadOptionsDialog,
}));
