import { pluralize } from '../pluralize.ts';

const plural = pluralize('en');

/** Making a share page. */
export const sharePages = {
  handOut: 'Hand out',
  asList: 'A list of links',
  asPage: 'A share page',
  pageIs:
    'One link to a page with all of it. It needs no account, shows and downloads the files, and says when it ends.',
  pageHolds: (files: number, size: string) => `${plural(files, { one: '# file', other: '# files' })}, ${size}.`,
  pageListKept: (key: string) =>
    `The list is too long for a link, so it was written into the bucket as ${key}. Deleting it ends the share.`,
  pageSnapshot: 'What is added to a folder later is not in it.',
  pageNotNarrowed:
    'It is signed with a key that can do more than read these objects. A key for them alone can name at most 100.',
  pageEmpty: 'There is nothing here that can be shared.',
  pageTooMany: 'A share page holds at most 100,000 files. Choose fewer.',
};
