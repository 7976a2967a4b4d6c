import { isolate } from '../isolate.ts';
import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** What somebody sees who was asked to send files. */
export const uploadRequest = {
  sendFiles: 'Send files',
  sendTo: (folder: string) => `Send files to ${isolate(folder)}`,
  noteTitle: 'Note from whoever asks',
  openUntil: (when: string) => `Open until ${when}`,
  endsIn: (duration: string) => `in ${duration}`,
  atMost: (size: string) => `At most ${size} per file`,
  onlyType: (type: string) => `Only ${type}`,
  onlySend: 'You can only send: nobody can list, read or replace files with this link.',
  dropHere: 'Drop files and folders here',
  dropNow: 'Let go to send',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose folder',
  startsAgain: 'Each file goes in one piece: paused or broken off, it starts again from its beginning.',
  keepOpen: 'Keep this page open until all files are done.',
  added: (files: number) => count(files, { one: '# file added', other: '# files added' }),
  notSent: (files: number) => count(files, { one: '# file was not sent', other: '# files were not sent' }),
  andMore: (files: number) => count(files, { other: 'and # more' }),
  tooLarge: (size: string, most: string) => `${size} is more than the ${most} that this request takes.`,
  tooLargeForForm: (size: string) =>
    `${size} is more than the 5 GB that can be sent in one piece, and a link like this sends in one piece only. Split the file, or ask for another way.`,
  exactBytes: (bytes: string) => `${bytes} bytes`,
  wrongType: (type: string, wanted: string) => `It is ${type}; this request takes only ${wanted}.`,
  cannotCarry: 'Its name has characters that cannot be sent. Rename it and add it again.',
  unreadable: 'It cannot be read. Copy it to this device and add it again.',
  dismiss: 'Dismiss',
  arrived: (files: number, size: string) =>
    `${count(files, { one: '# file has arrived', other: '# files have arrived' })} (${size}).`,
  allVerified: 'Each was compared with your own by checksum.',
  someNotVerified: (files: number) =>
    count(files, { other: 'Of # the bucket hides the checksum, so they were not compared.' }),
  saveReceipt: 'Save receipt',
  receiptFile: 'Receipt',
  receiptColumns: ['File', 'Bytes', 'Arrived', 'CRC-64', 'Verified', 'Request id'] as readonly string[],
  receiptYes: 'yes',
  receiptNo: 'no',
  endedAt: (when: string) => `It was open until ${when}.`,
  localClock: 'That is what the clock of this device says. If it is wrong, try all the same.',
  tryAnyway: 'Try all the same',
  reload: 'Reload',
};
