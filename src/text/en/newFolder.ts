/** Making a folder. */
export const newFolder = {
  folderName: 'Folder name',
  create: 'Create',
  folderNameEmpty: 'Type a name.',
  folderNameSlash: 'A name cannot contain “/”.',
  folderNameDots: '“.” and “..” cannot be folder names.',
  folderNameTaken: 'This name exists already.',
};
