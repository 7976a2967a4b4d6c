import { isolate } from '../isolate.ts';
import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** What the live regions say. */
export const announcements = {
  folderAnnounced: (name: string, items: number) =>
    `Folder ${isolate(name)}, ${count(items, { one: '# item', other: '# items' })}`,
  filesAdded: (files: number) => count(files, { one: '# file added', other: '# files added' }),
  downloadsAdded: (files: number) => count(files, { one: '# file to download', other: '# files to download' }),
  namesChanged: (names: number, examples: string) =>
    `${count(names, { one: '# name was changed to be safe on disk', other: '# names were changed to be safe on disk' })}: ${examples}${names > 3 ? ' …' : ''}`,
  nameChanged: (from: string, to: string) => `${isolate(from)} → ${isolate(to)}`,
  leftOutOfArchive: (objects: number) =>
    count(objects, { one: '# object is not in the archive', other: '# objects are not in the archive' }),
  folderIncomplete: (name: string) => `Not everything in ${isolate(name)} is being downloaded:`,
  foldersIncomplete: (folders: number) =>
    count(folders, { one: '# folder could not be read to its end', other: '# folders could not be read to their end' }),
  emptyFoldersAdded: (folders: number) =>
    count(folders, { one: '# empty folder created', other: '# empty folders created' }),
  foldersFailed: (folders: number) =>
    count(folders, { one: '# empty folder could not be created', other: '# empty folders could not be created' }),
  unreadableFiles: (files: number) =>
    count(files, { one: '# file could not be read', other: '# files could not be read' }),
  withNames: (sentence: string, names: string, more: number) =>
    `${sentence}: ${names}${more > 0 ? count(more, { other: ' and # more' }) : ''}`,
  junkSkipped: (files: number) => count(files, { one: '# system file left out', other: '# system files left out' }),
  batchProgress: (percent: string) => `${percent} transferred`,
  doneCount: (files: number) => count(files, { other: '# done' }),
  failedCount: (files: number) => count(files, { other: '# failed' }),
  cancelledCount: (files: number) => count(files, { other: '# cancelled' }),
  skippedCount: (files: number) => count(files, { other: '# skipped' }),
  moreErrors: (errors: number) => count(errors, { one: '# more error', other: '# more errors' }),
  folderCreated: (name: string) => `Folder ${isolate(name)} created`,
};
