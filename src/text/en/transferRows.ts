import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** The dock and its rows. Statuses start with the words of the interface contract. */
export const transferRows = {
  statusWaitingHost: 'Waiting, the bucket does not answer',
  statusPaused: 'Paused',
  statusStalled: 'Stalled, no bytes are moving; it tries again by itself',
  statusRetrying: (attempt: string) => `Retrying (${attempt} of 8)`,
  statusRetryingSoon: 'Retrying',
  statusOffline: 'Offline, goes on by itself when the connection is back',
  statusSigningIn: 'Signing in, fetching new keys',
  statusSignInNeeded: 'Signing in, waiting for you to sign in again',
  statusDone: 'Done',
  verified: 'verified',
  statusFailed: (why: string) => `Failed: ${why}`,
  statusCancelled: 'Cancelled',
  perSecond: (bytes: string) => `${bytes}/s`,
  timeLeft: (duration: string) => `about ${duration} left`,
  transferringCount: (files: number) => count(files, { one: 'Moving # file', other: 'Moving # files' }),
  pausedCount: (files: number) => count(files, { other: '# paused' }),
  /** Every one, and none in another way. */
  allDone: (files: number) => count(files, { one: '# file done', other: 'All # files done' }),
  pauseAll: 'Pause all',
  resumeAll: 'Resume all',
  cancelAll: 'Cancel all',
  showTransfers: 'Show transfers',
  hideTransfers: 'Hide transfers',
};
