import type { FilterChoice } from './FilterChoice.ts';
import type { KindGroup } from './kindGroup.ts';
import { parseDayRange } from './parseDayRange.ts';
import { parseSizeRange } from './parseSizeRange.ts';

/** Which rows stay. Folders have neither size nor date, so a limit of either leaves them out. */
export interface RowFilter {
  readonly kind?: KindGroup;
  /** Bytes, both ends included. */
  readonly fromBytes?: number;
  readonly toBytes?: number;
  /** Milliseconds since 1970; `beforeTime` itself is outside. */
  readonly fromTime?: number;
  readonly beforeTime?: number;
}

/** A choice in numbers; undefined when it leaves nothing out. */
export function rowFilter({ kind, size, date }: FilterChoice): RowFilter | undefined {
  const { from, before } = parseDayRange(date ?? '') ?? {};
  const filter = {
    ...(kind === undefined ? {} : { kind }),
    ...parseSizeRange(size ?? ''),
    ...(from === undefined ? {} : { fromTime: from.getTime() }),
    ...(before === undefined ? {} : { beforeTime: before.getTime() }),
  };
  return Object.keys(filter).length === 0 ? undefined : filter;
}
