/** Puts the keyboard on the list: on the row that Tab would reach, or on the page's main part when there is no row. */
export function focusFiles(): void {
  const main = document.getElementById('files');
  (main?.querySelector<HTMLElement>('[data-index][tabindex="0"]') ?? main)?.focus();
}
