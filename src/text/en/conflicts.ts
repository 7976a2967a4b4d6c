import { isolate } from '../isolate.ts';
import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** The sheet that asks about names that exist. */
export const conflicts = {
  conflictTitle: (name: string) => `${name} already exists`,
  conflictsTitle: (names: number) => count(names, { one: '# name already exists', other: '# names already exist' }),
  conflictAdvice: 'It was not sent yet. What should happen?',
  conflictsAdvice: 'None of these was sent yet. New files are on their way already.',
  conflictAdviceObject: 'Nothing was touched yet. What should happen?',
  conflictsAdviceObjects: 'None of these was touched yet. Everything else goes on.',
  conflictList: 'Names that already exist',
  conflictQuestion: (name: string) => `What should happen with ${isolate(name)}?`,
  conflictQuestionAll: (names: number) =>
    count(names, {
      one: 'What should happen with the one that is shown?',
      other: 'What should happen with all # that are shown?',
    }),
  conflictsLooking: 'More names are still being looked up.',
  conflictKeepsVersions:
    'This bucket keeps versions: what is replaced stays as an older version, and COS cannot refuse to replace an object that somebody else writes at the same moment.',
  leaveOutIdentical: (files: number) => count(files, { one: 'Leave out # identical', other: 'Leave out # identical' }),
  groupAll: 'All',
  groupDifferent: 'Different',
  groupSameSize: 'Same size',
  groupIdentical: 'Identical',
  contentsIdentical: 'Identical by checksum',
  contentsComparing: 'Same size, comparing contents',
  contentsUnknown: 'Same size, contents not compared',
  contentsDiffer: 'Same size, different contents',
  sizesDiffer: 'Different size',
  conflictExisting: 'In the bucket',
  conflictNew: 'Your file',
  conflictComing: 'To be put there',
  replace: 'Replace',
  keepBoth: 'Keep both',
  skip: 'Skip',
  replaceOne: (name: string) => `Replace ${name}`,
  keepBothOne: (name: string) => `Keep both ${name}`,
  skipOne: (name: string) => `Skip ${name}`,
  applyToAll: 'Apply to all',
};
