import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Deleting objects. */
export const deleting = {
  deleteTitle: (objects: number) => count(objects, { one: 'Delete # item?', other: 'Delete # items?' }),
  deleteTitleNamed: (name: string) => `Delete ${name}?`,
  deleteAdvice: 'This cannot be undone.',
  deleteKeepsVersions: 'This bucket keeps versions, so it can be undone.',
  deleteCounting: (objects: number) =>
    count(objects, {
      one: 'Counting what is inside: # object so far',
      other: 'Counting what is inside: # objects so far',
    }),
  deleteCounted: (objects: number) =>
    count(objects, { one: '# object will be deleted.', other: '# objects will be deleted.' }),
  andMore: (names: number) => count(names, { other: 'and # more' }),
};
