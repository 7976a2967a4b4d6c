/** The dialogs, each in a file of its own. `DialogHost.tsx` shows them, `lazyParts.ts` fetches them in idle time. */
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
