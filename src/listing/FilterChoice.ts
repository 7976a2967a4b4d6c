import type { KindGroup } from './kindGroup.ts';

/** What a folder is filtered by, in the words of the page's address; nothing set shows everything. */
export interface FilterChoice {
  /** Only what seems to be of this kind, by its name. */
  readonly kind?: KindGroup;
  /** Only objects of this size: `1000-5000`, `1000-` or `-5000`, in bytes, both ends included. See `parseSizeRange`. */
  readonly size?: string;
  /** Only objects last changed on these days: `2026-01-31..2026-02-28`, one end may be open. See `parseDayRange`. */
  readonly date?: string;
}
