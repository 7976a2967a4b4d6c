import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Uploads that were begun and not ended. */
export const unfinishedUploads = {
  unfinishedCount: (uploads: number) => count(uploads, { one: '# unfinished upload', other: '# unfinished uploads' }),
  cannotResumeLater: 'Uploads cannot be resumed after this page is closed.',
  code: 'Code',
  requestId: 'Request id',
  httpStatus: 'HTTP status',
  operation: 'Operation',
  serverMessage: 'Message',
};
