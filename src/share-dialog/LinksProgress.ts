/** Folders are listed first, so how many there are is not known at once. */
export interface LinksProgress {
  readonly found: number;
  readonly made: number;
}
