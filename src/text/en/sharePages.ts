import { pluralize } from '../pluralize.ts';

const plural = pluralize('en');

/** Making a share page. */
export const sharePages = {
  handOut: 'Hand out',
  asList: 'A list of links',
  asPage: 'A share page',
  pageLink: 'Link',
  pageIs:
    'One link to a page with all of it. It needs no account, shows and downloads the files, and says when it ends.',
  pageHolds: (files: number, size: string) => `${plural(files, { one: '# file', other: '# files' })}, ${size}.`,
  pageExpires: (when: string) => `Expires ${when}`,
  pageEndsIn: (duration: string) => `in ${duration}`,
  pageEnded: 'This link has ended. Choose a life to make a new one.',
  copyPageLink: 'Copy link',
  pageLinkCopied: 'Link copied',
  pageQr: 'QR code',
  pageLength: (count: string) => `${count} characters`,
  pageListKept: (key: string) =>
    `The list is too long for a link, so it was written into the bucket as ${key}. Deleting it ends the share.`,
  pageSnapshot: 'What is added to a folder later is not in it.',
  pageLimitedByKey: 'Its life is limited by the temporary key, which ends sooner than you asked.',
  pageNotNarrowed:
    'It is signed with a key that can do more than read these objects. A key for them alone can name at most 100.',
  pageCannotRevoke: 'Anyone with the link can use it until then. It cannot be revoked.',
  pageEmpty: 'There is nothing here that can be shared.',
  pageTooMany: 'A share page holds at most 100,000 files. Choose fewer.',
};
