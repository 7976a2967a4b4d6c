import { kindOfExtension } from '#lib/fileKind.ts';
import { kindGroup } from './kindGroup.ts';
import { extensionInBlock, type RowBlock } from './RowBlock.ts';
import type { RowFilter } from './rowFilter.ts';

/**
 * Which rows of a block a filter lets through.
 *
 * @returns a flag for each row
 */
export function matchFilter(block: RowBlock, filter: RowFilter): Uint8Array {
  const { count, folderCount, sizes, times } = block.columns;
  const { kind, fromBytes, toBytes, fromTime, beforeTime } = filter;
  const found = new Uint8Array(count);
  const hasLimits = [fromBytes, toBytes, fromTime, beforeTime].some((limit) => limit !== undefined);
  if (kind === undefined && !hasLimits) return found.fill(1);
  if (kind === 'folder') return hasLimits ? found : found.fill(1, 0, folderCount);
  for (let row = folderCount; row < count; row += 1) {
    const size = sizes[row] ?? 0;
    const time = times[row] ?? 0;
    if (size < (fromBytes ?? 0) || size > (toBytes ?? Infinity)) continue;
    if (time < (fromTime ?? -Infinity) || time >= (beforeTime ?? Infinity)) continue;
    if (kind === undefined || kindGroup(kindOfExtension(extensionInBlock(block, row))) === kind) found[row] = 1;
  }
  return found;
}
