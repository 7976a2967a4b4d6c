/** Path of a Chromium that is already here. */
export function findBrowser(): Promise<string | undefined>;
/** Path of a Chromium, fetched if need be; `say` is called before anything slow. */
export function obtainBrowser(say: (message: string) => void): Promise<string>;

export function findWholeBrowser(): string | undefined;
export function findFirefox(): string | undefined;
