/** Pages that replace the whole window. */
export const pages = {
  startFailed: 'Beeline cannot start',
  reload: 'Reload',
  pageBrokenAdvice: 'Running transfers may have stopped. Reload to go on; unfinished files can be chosen again.',
  /** A dialog, menu or preview that is fetched when it is first needed, and could not be. */
  partLost: 'This part of the page did not arrive.',
  partLostAdvice: 'Everything else goes on. If this comes back, a new version may be in place: reload.',
  goHome: 'Go to the first folder',
};
