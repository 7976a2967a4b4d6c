/** Pages that replace the whole window. */
export const pages = {
  startFailed: 'Beeline cannot start',
  reload: 'Reload',
  pageBrokenAdvice: 'Running transfers may have stopped. Reload to go on; unfinished files can be chosen again.',
  goHome: 'Go to the first folder',
};
