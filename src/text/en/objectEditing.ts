import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Changing what is said about objects, one or many. */
export const objectEditing = {
  editTitle: (name: string) => `Edit details of ${name}`,
  editManyTitle: (items: number) => count(items, { one: 'Edit details of # item', other: 'Edit details of # items' }),
  editManyAdvice: 'Folders count with everything below them. What you leave empty stays as each object has it.',
  asEachHasIt: 'As each object has it',
  cacheControl: 'Cache-Control',
  contentDisposition: 'Content-Disposition',
  contentTypeHint: 'For example text/plain; charset=utf-8. Browsers believe it.',
  contentTypeWrong: 'Two words with a slash between them, such as image/png.',
  headerWrong: 'Letters, digits and signs of ASCII only.',
  editMetadata: 'User metadata',
  editTags: 'Tags',
  tagName: (number: string) => `Tag ${number}`,
  tagValue: (number: string) => `Value of tag ${number}`,
  tagAdd: 'Add tag',
  tagRemove: (number: string) => `Remove tag ${number}`,
  tagNoName: 'A tag needs a name.',
  tagTwice: 'This tag is there already.',
  tagSigns: 'Letters, digits, spaces and + - _ = . : / only.',
  tagTooLong: 'A name may have 127 letters, a value 255.',
  tagsTooMany: 'An object has ten tags at most.',
  keepOthers: 'Add to what each object has',
  replaceOthers: 'Replace all that each object has',
  rewriteAdvice:
    'COS cannot change headers, metadata or class in place: each object is copied onto itself. Its access list, tags and content stay, and it becomes the newest version where versions are kept.',
  editLosesAcl: 'These keys cannot read access lists, so edited objects get that of the bucket.',
  acceptLoss: 'Headers and metadata that the CORS rule hides from this page may be lost',
  acceptLossNeeded: 'Agree to this first, or ask the owner of the bucket to expose these headers.',
  archivedEditAdvice: 'Archived objects must be restored before they can be copied.',
  saveDetails: 'Save',
  nothingChanged: 'Nothing is different yet.',
};
