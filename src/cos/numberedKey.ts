import type { ObjectKey } from './objectKey.ts';

const NUMBERED = / \((\d+)\)$/;

/**
 * The next name to try when both objects are kept: `a/photo.jpg` → `a/photo (1).jpg` → `a/photo (2).jpg`. A dot at
 * the start of a name begins no extension (`.env` → `.env (1)`).
 */
export function numberedKey(key: ObjectKey): ObjectKey {
  const nameStart = key.lastIndexOf('/') + 1;
  const dot = key.lastIndexOf('.');
  const stemEnd = dot > nameStart ? dot : key.length;
  const stem = key.slice(0, stemEnd);
  const number = NUMBERED.exec(stem)?.[1];
  const next = number === undefined ? `${stem} (1)` : stem.replace(NUMBERED, ` (${Number(number) + 1})`);
  return next + key.slice(stemEnd);
}
