import { isolate } from '../isolate.ts';
import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Asking somebody without an account for files. */
export const requestFiles = {
  requestFiles: 'Request files…',
  myRequests: 'My upload requests',
  title: (folder: string) => `Request files into ${isolate(folder)}`,
  intro: 'Whoever has the link can send files into a new folder here, without an account, and can do nothing else.',
  note: 'Note to the sender',
  noteHint: 'What you need and why. Everyone with the link reads it.',
  maxSize: 'At most, per file',
  maxSizeAny: '5 GB (the most)',
  types: 'Files',
  typesAny: 'Of any kind',
  makeLink: 'Make link',
  making: 'Making the link…',
  arrivesIn: (folder: string) => `Files arrive in ${isolate(folder)}`,
  cannotRevoke: 'Anyone with the link can send until then. It cannot be revoked.',
  notNarrowed:
    'The key service has no keys for upload requests, so a key for uploading signed it. The link still allows no more than this.',
  keepsVersions:
    'This bucket keeps versions, so it cannot stop a sender from writing over what another sender sent. The older version stays.',
  requestLinkEnded: 'This link has ended. Make another.',
  forgotten: 'The link is kept nowhere: copy it now.',
  again: 'Make another',
  done: 'Done',
  listIntro: 'Requests made in this browser. Their links are not kept.',
  none: 'No upload requests yet',
  noneAdvice: (command: string) => `Choose “${command}” in the menu of a folder to let somebody send files into it.`,
  open: (when: string) => `Open until ${when}`,
  ended: (when: string) => `Ended ${when}`,
  looking: 'Looking what has arrived…',
  nothing: 'Nothing has arrived',
  arrived: (files: number, size: string) => `${count(files, { one: '# file', other: '# files' })}, ${size}`,
  arrivedMore: (files: number, size: string) => `${count(files, { other: 'More than # files' })}, over ${size}`,
  latest: (when: string) => `last one ${when}`,
  openFolder: 'Open folder',
  openFolderOf: (folder: string) => `Open folder of ${isolate(folder)}`,
  forget: 'Forget',
  forgetOne: (folder: string) => `Forget ${isolate(folder)}`,
  check: 'Look again',
};
