import { isolate } from '../isolate.ts';
import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Renaming, moving, copying, and how far they are. */
export const operations = {
  rename: 'Rename',
  move: 'Move',
  copy: 'Copy',
  undo: 'Undo',
  undoOne: (name: string) => `Undo ${name}`,
  operationList: 'Operations',
  renameTitle: (name: string) => `Rename ${name}`,
  newName: 'New name',
  nameSame: 'This is its name already.',
  renameOneObject: 'One at a time can be renamed.',
  moveTitle: (items: number) => count(items, { one: 'Move # item to…', other: 'Move # items to…' }),
  copyTitle: (items: number) => count(items, { one: 'Copy # item to…', other: 'Copy # items to…' }),
  moveHere: 'Move here',
  copyHere: 'Copy here',
  targetFolder: 'Target folder',
  noFoldersHere: 'No folders in here.',
  alreadyHere: 'They are in this folder already.',
  namesTaken: (items: number) =>
    count(items, {
      one: '# of these names is taken here. What is in the way is left alone, and you are asked.',
      other: '# of these names are taken here. What is in the way is left alone, and you are asked.',
    }),
  aclNotRead: 'These keys cannot read access lists, so copies get those of the bucket.',
  tagsNotRead: 'These keys cannot read tags, so copies that go through this page have none.',
  targetConnection: 'To',
  betweenBuckets:
    'From bucket to bucket where the keys allow it, else through this page. Metadata that a bucket hides from pages stays behind then.',
  copiesGetNumbers: 'Copies in the same folder get a number.',
  throughPage: (bytes: string) => `${bytes} through this page`,
  operationItems: (items: number) => count(items, { one: '# item', other: '# items' }),
  statusCopying: 'Copying',
  statusMoving: 'Moving',
  statusMovingToTrash: 'Moving to the trash',
  statusCreating: 'Creating',
  statusDeleting: 'Deleting',
  statusRestoring: 'Restoring',
  statusPausedEarlier: 'Paused, begun before this page was opened',
  operationsUnderWay: (operations: number) => count(operations, { one: '# operation', other: '# operations' }),
  statusQuestion: 'Waiting for your answer',
  statusOperationElsewhere: 'Waiting, another tab works on this',
  operationObjects: (done: string, found: string) => `${done} of ${found} objects`,
  operationObjectsSoFar: (done: string, found: string) => `${done} of ${found} objects found so far`,
  operationDone: (objects: number) => count(objects, { one: '# object', other: '# objects' }),
  operationFailed: (objects: number) =>
    count(objects, { one: '# object was left as it was', other: '# objects were left as they were' }),
  statusKept: (objects: number) =>
    count(objects, {
      one: 'Done, not verified: # original was kept',
      other: 'Done, not verified: # originals were kept',
    }),
  keptAdvice:
    'The bucket hides the checksum, so nobody could compare. Look at the copies before you delete the originals.',
  deleteOriginals: 'Delete the originals',
  showProblems: (objects: number) => count(objects, { one: 'Show # object', other: 'Show # objects' }),
  wasCopied: (name: string) => `Copied ${isolate(name)}`,
  wasMoved: (name: string) => `Moved ${isolate(name)}`,
  wasDeleted: (name: string) => `Deleted ${isolate(name)}`,
  wasTrashed: (name: string) => `Moved ${isolate(name)} to the trash`,
  wasRestored: (name: string) => `Restored ${isolate(name)}`,
  nothingToUndo: 'There is nothing to undo',
};
