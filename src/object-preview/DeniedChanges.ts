/** What these keys may not do with an object, each with the reason to show. */
export interface DeniedChanges {
  readonly copy?: string | undefined;
  readonly edit?: string | undefined;
  readonly access?: string | undefined;
  readonly restoreArchived?: string | undefined;
  readonly seeTags?: string | undefined;
  readonly seeAccess?: string | undefined;
  readonly seeVersions?: string | undefined;
  readonly upload?: string | undefined;
  readonly download?: string | undefined;
  readonly share?: string | undefined;
  readonly delete?: string | undefined;
}
