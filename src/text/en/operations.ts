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
  renameOneObject: 'One at a time can be renamed.',
  throughPage: (bytes: string) => `${bytes} through this page`,
  operationItems: (items: number) => count(items, { one: '# item', other: '# items' }),
  statusCopying: 'Copying',
  statusMoving: 'Moving',
  statusMovingToTrash: 'Moving to the trash',
  statusCreating: 'Creating',
  statusDeleting: 'Deleting',
  statusRestoring: 'Restoring',
  statusEditing: 'Editing',
  statusPausedEarlier: 'Paused, begun before this page was opened',
  operationsUnderWay: (operations: number) => count(operations, { one: '# operation', other: '# operations' }),
  statusQuestion: 'Waiting for your answer',
  statusOperationElsewhere: 'Waiting, another tab works on this',
  operationObjects: (done: string, found: string) => `${done} of ${found} objects`,
  operationObjectsSoFar: (done: string, found: string) => `${done} of ${found} objects found so far`,
  operationDone: (objects: number) => count(objects, { one: '# object', other: '# objects' }),
  restoreAsked: (objects: number) =>
    count(objects, {
      one: '# object is on its way out of the archive, which takes minutes to hours',
      other: '# objects are on their way out of the archive, which takes minutes to hours',
    }),
  restoreOne: (name: string) => `Restore ${name} from archive`,
  restoreFromArchive: 'Restore from archive',
  operationFailed: (objects: number) =>
    count(objects, { one: '# object was left as it was', other: '# objects were left as they were' }),
  statusKept: (objects: number) =>
    count(objects, {
      one: 'Done, not verified: # original was kept',
      other: 'Done, not verified: # originals were kept',
    }),
  statusRetold: (objects: number) =>
    count(objects, { one: 'Done: # original was kept', other: 'Done: # originals were kept' }),
  retoldAdvice:
    'Above 5 GB a bucket copies bytes and nothing else. This page has said again the headers, metadata, tags and access it can read; what the CORS rule hides from it, such as metadata with other names, may be missing from the copies. Look at them before you delete the originals.',
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
