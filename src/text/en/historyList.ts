/** The dialog of what was moved. */
export const historyList = {
  historyNote: 'Kept in this browser only, the last 10,000.',
  historyEmpty: 'Nothing was moved yet',
  historyEmptyAdvice: 'Uploads and downloads that ended well are noted here, with their checksums and request ids.',
  historyNoMatch: 'No name matches',
  searchHistory: 'Search history',
  clearHistory: 'Clear history',
  exportCsv: 'Export CSV',
  moved: 'Moved',
  movedCount: (files: string, size: string) => `${files} moved, ${size}`,
  detailsOf: (name: string) => `Details of ${name}`,
};
