import { ENDPOINT_PATH } from '../setup/serveApp.ts';

/** All are run inside the page, by the bench and by the journey that holds the budget. */
export const firstRow = {
  /** Before the page's own scripts: notes when the first row stands there. */
  note: `new MutationObserver((changes, observer) => {
    if (!document.querySelector('[role=grid] [role=rowheader]')) return;
    observer.disconnect();
    performance.mark('first-row');
  }).observe(document, { childList: true, subtree: true })`,

  /** Milliseconds from navigation to the first row; 0 while there is none. */
  at: `performance.getEntriesByName('first-row')[0]?.startTime ?? 0`,

  /** Milliseconds from the last byte of the temporary keys to the first row. */
  behindKeys: `performance.getEntriesByName('first-row')[0].startTime -
    performance.getEntriesByType('resource').find(({ name }) => new URL(name).pathname === '${ENDPOINT_PATH}').responseEnd`,

  /** Paths of the scripts that were asked for before the first row. */
  scripts: `performance.getEntriesByType('resource')
    .filter(({ startTime, name }) => startTime < performance.getEntriesByName('first-row')[0].startTime && name.endsWith('.js'))
    .map(({ name }) => new URL(name).pathname)`,
};
