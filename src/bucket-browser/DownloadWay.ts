/**
 * How a person wants what they chose. `usual`: the app decides; `save-as`: ask where; `zip`: all in one archive;
 * `browser`: past the page.
 */
export type DownloadWay = 'usual' | 'save-as' | 'zip' | 'browser';
