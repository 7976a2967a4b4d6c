/** The dialog for a link that takes one file in. */
export const uploadLink = {
  uploadLink: 'Upload link…',
  uploadLinkTitle: (place: string) => `Upload link into ${place}`,
  uploadLinkLead: 'Somebody without an account sends one file, with curl or a program of theirs. You decide its name.',
  uploadedName: 'Name of the file',
  uploadedNameHint: 'A slash puts it into a subfolder.',
  nameWrong: 'Type a name that neither begins nor ends with a slash.',
  nameTaken: 'There is a file of this name, and the link never replaces one.',
  makeUploadLink: 'Make link',
  command: 'Command',
  copyCommand: 'Copy command',
  sizeNotLimited: 'Its size cannot be limited: whoever has the link may send up to 5 GB.',
  neverReplaces:
    'It takes the first file only: the header in the command is signed and forbids replacing. A bucket that keeps versions takes more, and keeps each.',
  uploadNotNarrowed:
    'It is signed with a key that can write more than this file, because the key service gave none for it alone.',
};
