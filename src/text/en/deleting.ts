import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Asking before something is deleted, and in the trash. */
export const deleting = {
  deleteTitle: (objects: number) => count(objects, { one: 'Delete # item?', other: 'Delete # items?' }),
  deleteTitleNamed: (name: string) => `Delete ${name}?`,
  deleteAdvice: 'This cannot be undone.',
  deleteKeepsVersions: 'This bucket keeps versions, so it can be undone, later too with “Show deleted”.',
  deleteToTrash: (objects: number) =>
    count(objects, {
      one: '# object goes to the trash, from where it can be restored.',
      other: '# objects go to the trash, from where they can be restored.',
    }),
  deleteForGood: 'Delete for good instead',
  moveToTrash: 'Move to trash',
  inTrash: 'This is the trash. Restore puts things back where they were; what is deleted here is gone for good.',
  deleteCounting: (objects: number) =>
    count(objects, {
      one: 'Counting what is inside: # object so far',
      other: 'Counting what is inside: # objects so far',
    }),
  deleteCounted: (objects: number) =>
    count(objects, { one: '# object will be deleted.', other: '# objects will be deleted.' }),
  andMore: (names: number) => count(names, { other: 'and # more' }),
};
