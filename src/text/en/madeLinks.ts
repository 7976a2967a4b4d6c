import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** The links that were made in this browser. */
export const madeLinks = {
  section: 'Links',
  title: 'My links',
  note: 'Kept in this browser only, by name and time. No address is kept: Copy makes a new one, with the life the first one had.',
  empty: 'No links yet',
  emptyAdvice:
    'A link you copy, share or save from a share dialog is listed here until you forget it. Links cannot be revoked.',
  kinds: {
    download: 'Download link',
    batch: 'List of links',
    upload: 'Upload link',
    page: 'Share page',
    request: 'Upload request',
  } as Readonly<Record<string, string>>,
  more: (others: number) => count(others, { one: 'and # more', other: 'and # more' }),
  endsIn: (duration: string) => `Ends in ${duration}`,
  ended: (when: string) => `Ended ${when}`,
  made: (when: string) => `made ${when}`,
  copy: 'Copy',
  copyOne: (name: string) => `Copy a new link to ${name}`,
  forgetOne: (name: string) => `Forget the link to ${name}`,
  forgetAll: 'Forget all',
  copied: (until: string) => `A new link is copied. It ends ${until}.`,
  copyRefused: 'The new link could not be copied: the browser refused.',
  notAgain: 'Make it anew where it was made: this kind is not made again from here.',
  tooMany: (kept: number) =>
    count(kept, { one: 'Only # name is kept.', other: 'Only # names are kept, so share them anew.' }),
  arrived: 'What arrived',
  arrivedAt: (name: string) => `What arrived in ${name}`,
  endedLists: (lists: number) =>
    count(lists, {
      one: 'The list of # share page that has ended is still in the bucket.',
      other: 'The lists of # share pages that have ended are still in the bucket.',
    }),
  listsOf: (pages: number) =>
    count(pages, { one: 'List of # ended share page', other: 'Lists of # ended share pages' }),
  removeLists: 'Remove',
  removeListsOf: (lists: number) => count(lists, { one: 'Remove # ended list', other: 'Remove # ended lists' }),
  connectionGone: 'Its connection is not here any more.',
};
