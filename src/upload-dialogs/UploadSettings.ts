import type { NamedValue } from '#cos/readMetadataRows.ts';
import type { UploadOptions } from '#transfers/UploadOptions.ts';

/** What the person chose for uploads to come. */
export interface UploadSettings {
  /** Absent when everything is as the bucket does it by itself. */
  readonly options?: UploadOptions;
  /** Bits per second for all uploads together. */
  readonly sharedLimit?: number;
}

/** The same as it was typed. */
export interface UploadSettingsDraft {
  /** Empty: the bucket's own. */
  readonly storageClass: string;
  /** Megabytes per second; empty: no limit. */
  readonly ownLimit: string;
  readonly sharedLimit: string;
  readonly metadata: readonly NamedValue[];
}

export const NO_SETTINGS: UploadSettingsDraft = { storageClass: '', ownLimit: '', sharedLimit: '', metadata: [] };
