import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Failures in the dock, grouped by cause. */
export const failureGroups = {
  failureGroups: 'What needs you',
  groupNeedsSignIn: (files: number) => count(files, { one: '# needs a new sign-in', other: '# need a new sign-in' }),
  groupNameTaken: (files: number) =>
    count(files, { one: '# has a name that exists', other: '# have names that exist' }),
  groupFileDiffers: (files: number) =>
    count(files, { one: '# is not the file it was begun with', other: '# are not the files they were begun with' }),
  groupOther: (files: number, why: string) => count(files, { one: `# file: ${why}`, other: `# files: ${why}` }),
  showThese: 'Show these',
  showTheseOf: (group: string) => `Show these: ${group}`,
  retryAll: 'Retry all',
  retryAllOf: (group: string) => `Retry all: ${group}`,
  resumeThese: 'Resume these',
  resumeTheseOf: (group: string) => `Resume these: ${group}`,
  goOnAll: 'I have signed in',
  goOnAllOf: (group: string) => `I have signed in: ${group}`,
  replaceAll: 'Replace all',
  replaceAllOf: (group: string) => `Replace all: ${group}`,
  keepBothAll: 'Keep both, all',
  keepBothAllOf: (group: string) => `Keep both, all: ${group}`,
  skipAll: 'Skip all',
  skipAllOf: (group: string) => `Skip all: ${group}`,
  startOverAll: 'Start over, all',
  startOverAllOf: (group: string) => `Start over, all: ${group}`,
};
