import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Downloads that were begun and not ended. */
export const unfinishedDownloads = {
  unfinishedDownloads: 'Unfinished downloads',
  unfinishedDownloadCount: (downloads: number) =>
    count(downloads, { one: '# unfinished download', other: '# unfinished downloads' }),
  keptOnDisk: (bytes: string) => `${bytes} kept in this browser`,
};
