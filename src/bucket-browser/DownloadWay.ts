/** How a person wants what they chose. `usual`: the app decides; `save-as`: ask where; `browser`: past the page. */
export type DownloadWay = 'usual' | 'save-as' | 'browser';
