import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Asking for a new name or another place. */
export const moving = {
  renameTitle: (name: string) => `Rename ${name}`,
  newName: 'New name',
  nameSame: 'This is its name already.',
  moveTitle: (items: number) => count(items, { one: 'Move # item to…', other: 'Move # items to…' }),
  copyTitle: (items: number) => count(items, { one: 'Copy # item to…', other: 'Copy # items to…' }),
  moveHere: 'Move here',
  copyHere: 'Copy here',
  targetFolder: 'Target folder',
  noFoldersHere: 'No folders in here.',
  alreadyHere: 'They are in this folder already.',
  namesTaken: (items: number) =>
    count(items, {
      one: '# of these names is taken here. What is in the way is left alone, and you are asked.',
      other: '# of these names are taken here. What is in the way is left alone, and you are asked.',
    }),
  aclNotRead: 'These keys cannot read access lists, so copies get those of the bucket.',
  tagsNotRead: 'These keys cannot read tags, so copies that go through this page have none.',
  targetConnection: 'To',
  largeKept:
    'Above 5 GB a bucket copies bytes alone. This page says again what it can read of the headers and metadata, and keeps the original until you have looked.',
  betweenBuckets:
    'From bucket to bucket where the keys allow it, else through this page. Metadata that a bucket hides from pages stays behind then.',
  copiesGetNumbers: 'Copies in the same folder get a number.',
};
