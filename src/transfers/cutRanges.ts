import type { DownloadBlock } from './DownloadJob.ts';

/** A lane's next request takes this share of what it would get if the rest were dealt out evenly. */
const SHARE = 2 / 3;

/**
 * Deals out blocks that are still missing as requests: runs of neighbours of at most `mostBytes`, the longer the more is
 * left, so that few round trips are spent and all lanes end together. A run is cut when it is asked for.
 */
export function* cutRanges(
  blocks: readonly DownloadBlock[],
  lanes: number,
  mostBytes: number,
): Generator<readonly DownloadBlock[], void> {
  const missing = blocks.filter(({ isWritten }) => !isWritten);
  for (let at = 0; at < missing.length;) {
    const count = Math.max(1, Math.ceil(((missing.length - at) / lanes) * SHARE));
    const range: DownloadBlock[] = [];
    let bytes = 0;
    for (const block of missing.slice(at, at + count)) {
      const isNeighbour = range.length === 0 || range.at(-1)?.end === block.start;
      bytes += block.end - block.start;
      if (range.length > 0 && (!isNeighbour || bytes > mostBytes)) break;
      range.push(block);
    }
    at += range.length;
    yield range;
  }
}
