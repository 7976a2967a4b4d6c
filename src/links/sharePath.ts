/** What the address of a share begins with, after `#`. */
export const SHARE_PATH = '/s/';
