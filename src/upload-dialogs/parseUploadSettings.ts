import { parseTrafficLimit } from '#cos/parseTrafficLimit.ts';
import { readMetadataRows } from '#cos/readMetadataRows.ts';
import type { UploadSettings, UploadSettingsDraft } from './UploadSettings.ts';

export interface UploadSettingsProblems {
  readonly ownLimit?: 'outside';
  readonly sharedLimit?: 'outside';
  /** By row. */
  readonly metadata: ReadonlyMap<number, 'name' | 'twice' | 'noValue'>;
  /** All rows together. */
  readonly isMetadataTooLarge: boolean;
}

export type ParsedUploadSettings =
  | { readonly settings: UploadSettings }
  | { readonly problems: UploadSettingsProblems };

/** Reads what was typed. Rows without name and value are passed over. */
export function parseUploadSettings(draft: UploadSettingsDraft): ParsedUploadSettings {
  const ownLimit = parseTrafficLimit(draft.ownLimit);
  const sharedLimit = parseTrafficLimit(draft.sharedLimit);
  const { metadata, problems, isTooLarge: isMetadataTooLarge } = readMetadataRows(draft.metadata);
  if (ownLimit === 'outside' || sharedLimit === 'outside' || problems.size > 0 || isMetadataTooLarge) {
    return {
      problems: {
        ...(ownLimit === 'outside' ? { ownLimit } : {}),
        ...(sharedLimit === 'outside' ? { sharedLimit } : {}),
        metadata: problems,
        isMetadataTooLarge,
      },
    };
  }
  const options = {
    ...(draft.storageClass === '' ? {} : { storageClass: draft.storageClass }),
    ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
    ...(ownLimit === undefined ? {} : { trafficLimit: ownLimit }),
  };
  return {
    settings: {
      ...(Object.keys(options).length === 0 ? {} : { options }),
      ...(sharedLimit === undefined ? {} : { sharedLimit }),
    },
  };
}
