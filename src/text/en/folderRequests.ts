/** Asking for files into a folder, in the menu of its row. */
export const folderRequests = {
  requestFilesInto: 'Request files…',
};
