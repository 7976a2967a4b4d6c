import { LANE_CHOICES, PART_CHOICES, TAKEN_CHOICES, type Preferences } from './Preferences.ts';
import { readTrashFolder } from './readTrashFolder.ts';

/** What was kept, as far as it can be used. Storage may hold anything, so each field is checked by itself. */
export function parsePreferences(text: string | undefined): Preferences {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
  const { isCompact, partMiB, lanes, onTaken, trash, keepsNames } = Object(kept) as Record<string, unknown>;
  const part = PART_CHOICES.find((choice) => choice === partMiB);
  const lane = LANE_CHOICES.find((choice) => choice === lanes);
  const taken = TAKEN_CHOICES.find((choice) => choice === onTaken);
  const folder = typeof trash === 'string' ? readTrashFolder(trash) : undefined;
  return {
    ...(isCompact === true ? { isCompact } : {}),
    ...(part === undefined ? {} : { partMiB: part }),
    ...(lane === undefined ? {} : { lanes: lane }),
    ...(taken === undefined ? {} : { onTaken: taken }),
    ...(folder === undefined ? {} : { trash: folder }),
    ...(keepsNames === true ? { keepsNames } : {}),
  };
}
