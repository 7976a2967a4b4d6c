/** Shows lists with lower rows, or with the usual ones; `tokens.css` knows how high they are. */
export function applyDensity(isCompact: boolean): void {
  if (isCompact) document.documentElement.dataset['density'] = 'compact';
  else delete document.documentElement.dataset['density'];
}

export function isCompact(): boolean {
  return document.documentElement.dataset['density'] === 'compact';
}
