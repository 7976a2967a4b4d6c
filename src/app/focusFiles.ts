/** Where the keyboard is when it is on the list: on the row that Tab reaches, or on the page's main part when there is none. */
export function filesPlace(): HTMLElement | null {
  const main = document.getElementById('files');
  return main?.querySelector<HTMLElement>('[data-index][tabindex="0"]') ?? main;
}

/** Puts the keyboard on the list. */
export function focusFiles(): void {
  filesPlace()?.focus();
}
