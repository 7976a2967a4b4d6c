import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** What was deleted in a bucket that keeps versions. */
export const deletedObjects = {
  showDeleted: 'Show deleted',
  noVersionsKept: 'This bucket keeps no versions: what is deleted is gone.',
  deletedList: 'Deleted objects',
  backToFiles: 'Back to files',
  deletedNote: 'What was deleted here, and what the bucket still keeps of it.',
  deletedNoteDeep: 'What was deleted here and in all subfolders, and what the bucket still keeps of it.',
  deletedOn: (time: string) => `deleted ${time}`,
  deletedRow: (name: string, facts: string) => `${name}, deleted, ${facts}`,
  deletedFolder: 'deleted folder',
  nothingKept: 'no version is left',
  deletedCount: (items: number) => count(items, { one: '# deleted item', other: '# deleted items' }),
  lookingForDeleted: (found: string, looked: string) => `Looking: ${found} deleted of ${looked} so far`,
  lookingStopped: (found: string, looked: string) => `Stopped: ${found} deleted of ${looked} looked at`,
  lookOn: 'Look again',
  deletedMatches: (shown: string, all: string) => `${shown} of ${all} match`,
  deletedSelected: (items: number) => count(items, { one: '# selected', other: '# selected' }),
  selectAllDeleted: 'Select all deleted items',
  restoreDeleted: (name: string) => `Restore ${name}`,
  purgeOne: (name: string) => `Delete ${name} for good`,
  purge: 'Delete for good',
  purgeTitle: (items: number) => count(items, { one: 'Delete # item for good?', other: 'Delete # items for good?' }),
  purgeTitleNamed: (name: string) => `Delete ${name} for good?`,
  purgeAdvice: 'Every version the bucket keeps of it goes. Nobody can bring it back.',
  purgeAdviceMany: 'Every version the bucket keeps of them goes. Nobody can bring them back.',
  purgeAdviceFolders: 'Folders go with all that was deleted in them. What was not deleted stays.',
  nothingDeleted: 'Nothing was deleted here',
  nothingDeletedAdvice: 'Objects that are deleted in this folder appear here and can be restored.',
  nothingDeletedMatches: 'No deleted name matches',
};
