import type { ObjectKey } from './objectKey.ts';

const NUMBERED = / \((\d+)\)$/;

/**
 * The next name to try when both are kept: `a/photo.jpg` → `a/photo (1).jpg` → `a/photo (2).jpg`. A dot at the start of
 * a name begins no extension (`.env` → `.env (1)`), and a folder has none (`v1.2/` → `v1.2 (1)/`).
 */
export function numberedKey(key: ObjectKey): ObjectKey {
  if (key.endsWith('/')) return `${numbered(key.slice(0, -1))}/`;
  const nameStart = key.lastIndexOf('/') + 1;
  const dot = key.lastIndexOf('.');
  const stemEnd = dot > nameStart ? dot : key.length;
  return numbered(key.slice(0, stemEnd)) + key.slice(stemEnd);
}

function numbered(stem: string): string {
  const number = NUMBERED.exec(stem)?.[1];
  return number === undefined ? `${stem} (1)` : stem.replace(NUMBERED, ` (${Number(number) + 1})`);
}
