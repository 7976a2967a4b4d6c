import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** The list of objects and its states. */
export const list = {
  files: 'Files',
  columnName: 'Name',
  columnSize: 'Size',
  columnModified: 'Modified',
  columnActions: 'Actions',
  selectOne: (name: string) => `Select ${name}`,
  selectAll: 'Select all',
  clearSelection: 'Clear selection',
  folderRow: (name: string) => `${name}, folder`,
  objectRow: (name: string, size: string, modified: string) => `${name}, ${size}, ${modified}`,
  emptyName: '(empty name)',
  unsafePath: 'unsafe path',
  archivedMark: 'archived',
  looksTheSame: 'looks the same as another name',
  itemCount: (items: number) => count(items, { one: '# item', other: '# items' }),
  matchCount: (matches: string, items: string) => `${matches} of ${items} match`,
  selectionStrip: (selected: string, total: string, size: string) => `${selected} of ${total} selected, ${size}`,
  selectionStripWithoutSize: (selected: string, total: string) => `${selected} of ${total} selected`,
  stillListing: (items: string) => `Still listing, ${items} so far`,
  stopListing: 'Stop',
  listingPaused: (items: string) => `Stopped at ${items}, there may be more`,
  searchSubfolders: 'Search all subfolders',
  searchDeepPlaceholder: 'Search here and below',
  showInFolder: 'Show in its folder',
  exportList: 'Export this list as CSV',
  listExported: (rows: number) => count(rows, { one: '# row exported', other: '# rows exported' }),
  sorting: (percent: string) => `Sorting, ${percent}`,
  emptyTitle: 'Nothing here yet',
  emptyAdvice: 'Drop files or a folder anywhere on this page, or choose them.',
  refreshFailed: (time: string) => `This is the list of ${time}. It could not be refreshed:`,
  listingStopped: (items: string) => `The list stopped after ${items}, so it is not shown.`,
  dropHere: 'Drop to upload to',
  keyLacks: (action: string) => `Your temporary key does not include ${action}.`,
  keyRefused: (action: string) =>
    `The bucket refused ${action} to your temporary key in this folder. Refresh to try again.`,
  corsRule: 'The CORS rule to add',
  copyRule: 'Copy rule',
};
