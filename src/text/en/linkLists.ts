import { pluralize } from '../pluralize.ts';

const plural = pluralize('en');

/** The dialog for links to many objects. */
export const linkLists = {
  linksTitle: (count: number) => plural(count, { one: 'Share # item', other: 'Share # items' }),
  finding: (count: number) => plural(count, { one: '# object found…', other: '# objects found…' }),
  making: (made: string, all: string) => `${made} of ${all} links made…`,
  progress: 'Making links',
  noObjects: 'There are no objects here to share.',
  linksReady: (count: number) => plural(count, { one: '# link.', other: '# links.' }),
  linksExpire: (when: string) => `All expire ${when}`,
  linksEnded: 'These links have ended. Choose a life to make new ones.',
  listFormat: 'As',
  listText: 'Plain list',
  columnName: 'Name',
  columnEnds: 'Ends',
  columnLink: 'Link',
  saveList: 'Save list',
  copyList: 'Copy list',
  listSaved: (count: number) => plural(count, { one: '# link saved', other: '# links saved' }),
  listCopied: (count: number) => plural(count, { one: '# link copied', other: '# links copied' }),
  firstChecked: 'The first one was opened just now: it works.',
  firstNotChecked: 'The first one could not be opened from here, so nobody knows yet whether they work.',
  leftOut: (count: number) =>
    plural(count, {
      one: '# object has a name that no link can carry, and is left out.',
      other: '# objects have names that no link can carry, and are left out.',
    }),
  linksLimitedByKey: 'Their life is limited by the temporary key, which ends sooner than you asked.',
  linksNotNarrowed:
    'They are signed with a key that can do more than read these objects, because the key service gave none for them alone.',
  tooManyToNarrow: (most: string) =>
    `They are signed with a key that can do more than read these objects: a key for them alone can name at most ${most}.`,
  linksCannotRevoke: 'Anyone with a link can use it until then. Links cannot be revoked.',
};
