/** The frame around every screen. */
export const frame = {
  breadcrumb: 'Breadcrumb',
  transfers: 'Transfers',
  search: 'Search',
  searchPlaceholder: 'Search this folder',
  clearSearch: 'Clear search',
  settings: 'Settings',
  connection: 'Connection',
  checkSetUp: 'Check the set-up',
  skipToFiles: 'Skip to files',
  loading: 'Loading',
  stillWaiting:
    'Still waiting for the key service or the bucket. It is asked again for a while; then this page says why.',
  notices: 'Notices',
};
