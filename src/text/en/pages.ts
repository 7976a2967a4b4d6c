/** Pages that replace the whole window. */
export const pages = {
  startFailed: 'Beeline cannot start',
  reload: 'Reload',
  pageBrokenAdvice: 'Running transfers may have stopped. Reload to go on; unfinished files can be chosen again.',
  framed: 'Beeline does not run inside another page',
  framedAdvice: 'A page around it could lay its own buttons over these.',
  openInOwnTab: 'Open it in a tab of its own',
  goHome: 'Go to the first folder',
};
