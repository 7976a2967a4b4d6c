import { readMetadataRows } from '#cos/readMetadataRows.ts';
import { LEAST_TRAFFIC_LIMIT, MOST_TRAFFIC_LIMIT } from '#cos/trafficLimit.ts';
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

const BITS_PER_MEGABYTE = 8_000_000;

/** Reads what was typed. Rows without name and value are passed over. */
export function parseUploadSettings(draft: UploadSettingsDraft): ParsedUploadSettings {
  const ownLimit = parseLimit(draft.ownLimit);
  const sharedLimit = parseLimit(draft.sharedLimit);
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

/** Megabytes per second, with a point or a comma, as bits per second. */
function parseLimit(text: string): number | 'outside' | undefined {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return undefined;
  const bits = /^\d+(?:\.\d+)?$/.test(typed) ? Math.round(Number(typed) * BITS_PER_MEGABYTE) : Number.NaN;
  return bits >= LEAST_TRAFFIC_LIMIT && bits <= MOST_TRAFFIC_LIMIT ? bits : 'outside';
}
