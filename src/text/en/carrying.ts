import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Rows that are dragged, cut, copied and pasted, and the menu of a folder. */
export const carrying = {
  folderMenu: 'Menu of this folder',
  paste: 'Paste',
  objects: (objects: number) => count(objects, { one: '# object', other: '# objects' }),
  items: (items: number) => count(items, { one: '# item', other: '# items' }),
  moveTo: 'Move to',
  copyTo: 'Copy to',
  wasCut: (items: number) => count(items, { one: '# item cut', other: '# items cut' }),
  wasCopied: (items: number) => count(items, { one: '# item copied', other: '# items copied' }),
  nothingToPaste: 'Nothing to paste. Cut or copy rows here, or copy files elsewhere, then paste.',
  copiedElsewhere: 'These were copied in another tab, or before this page was opened. Copy them here again.',
  pasteFilesByKey: 'Nothing was cut or copied here. Files from elsewhere come with Ctrl+V.',
  intoItself: 'A folder cannot be put into itself.',
  alreadyThere: 'They are in this folder already.',
  pastedImage: (when: string) => `Pasted image ${when}`,
};
