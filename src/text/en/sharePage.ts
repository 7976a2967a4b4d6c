import { isolate } from '../isolate.ts';
import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** What the recipient of a share sees. */
export const sharePage = {
  opening: 'Opening what was shared',
  untitled: 'Shared files',
  files: (files: number) => count(files, { one: '# file', other: '# files' }),
  worksUntil: (when: string) => `Works until ${when}`,
  endsIn: (duration: string) => `in ${duration}`,
  downloadAll: 'Download all',
  downloadAllAsZip: 'Download all as ZIP',
  downloadOne: (name: string) => `Download ${isolate(name)}`,
  preview: (name: string) => `Preview ${isolate(name)}`,
  verified: 'Every file is checked as it arrives: where its bucket tells a checksum, “verified” means that it agrees.',
  straight: 'The files come straight from the storage bucket. Nobody has to sign in, and this page keeps nothing.',
  filesList: 'Shared files',
  search: 'Search',
  noneFound: 'No file has this in its name.',
  showMore: (files: number) => count(files, { one: 'Show # more', other: 'Show # more' }),
  endedNow: 'This link has ended',
  endedAdvice: 'What was downloaded is yours. For the rest, ask whoever sent the link for a new one.',
  itWorkedUntil: (when: string) => `It worked until ${when}.`,
  cannotRestore: 'Only the owner of the bucket can restore it.',
};
