/** What these keys may not do with an object, each with the reason to show. */
export interface DeniedChanges {
  readonly upload?: string | undefined;
  readonly download?: string | undefined;
  readonly share?: string | undefined;
  readonly delete?: string | undefined;
}
