import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Rows of what was begun and not ended, once they are there. */
export const unfinishedRows = {
  unfinishedUploads: 'Unfinished uploads',
  unfinishedHere: 'Paused, the page was closed before it was finished',
  unfinishedElsewhere: 'Not begun in this browser',
  unfinishedLeaving: 'Being removed',
  startedAgo: (duration: string) => `started ${duration} ago`,
  alreadySent: (bytes: string) => `${bytes} sent`,
  resume: 'Resume',
  chooseAgain: 'Choose again',
  chooseAgainOne: (name: string) => `Choose ${name} again`,
  discard: 'Discard',
  discardOne: (name: string) => `Discard ${name}`,
  discardOlder: (days: number) =>
    count(days, { one: 'Discard all older than # day', other: 'Discard all older than # days' }),
  olderThan: 'Age',
  olderThanDays: (days: number) => count(days, { one: 'older than # day', other: 'older than # days' }),
  discardNone: 'None is that old',
  unfinishedTotal: (bytes: string) => `${bytes} in the bucket`,
  unfinishedTotalAtLeast: (bytes: string) => `at least ${bytes} in the bucket`,
  unfinishedAdvice: 'Drop the same files or the same folder here again: only what is missing is sent.',
  resumeMany: (uploads: number) => count(uploads, { one: 'Resume # upload', other: 'Resume # uploads' }),
  chooseFolderAgain: 'Choose folder again',
  noneWasChosen: 'None of the chosen files is one that is missing here.',
  moreUnfinished: (uploads: number) => count(uploads, { other: '# more' }),
};
