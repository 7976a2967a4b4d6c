import type { Pace } from './createPace.ts';
import { FIRST_LANES } from './nextLaneCount.ts';
import { partBytesFor, smallestPartBytes } from './partBytesFor.ts';
import { replanParts } from './planParts.ts';
import type { PartShape, PlannedPart } from './planParts.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';

/** Hands out the parts that are missing, each once. */
export interface PartSource {
  readonly hasMore: () => boolean;
  readonly take: () => PlannedPart | undefined;
}

/**
 * [Note: Cut by what the line carries] The table of parts always covers the file. Whenever the line turns out faster or
 * slower, the end of the table that nobody has touched (no part of it sent, confirmed or under way) is cut anew,
 * and whoever keeps the table is told before a part of the new cut leaves. What was sent stays as it is.
 */
export function createPartSource(job: UploadJob, upload: MultipartUpload, pace: Pace, firstBytes: number): PartSource {
  const taken = new Set<number>();
  /** Number of the last part that is touched. */
  let touched = Math.max(0, ...upload.confirmed.keys());
  let next = 0;
  let shape: PartShape | undefined;

  const hasMore = (): boolean => {
    for (let part = upload.plan[next]; part; part = upload.plan[next]) {
      if (!upload.confirmed.has(part.partNumber) && !taken.has(part.partNumber)) return true;
      next += 1;
    }
    return false;
  };

  const recut = (): void => {
    const { mostPartBytes = Number.POSITIVE_INFINITY } = upload;
    const isUnknown = pace.line.laneBytesPerSecond === undefined && mostPartBytes === Number.POSITIVE_INFINITY;
    if (isUnknown || touched >= upload.plan.length) return;
    const partBytes = Math.min(partBytesFor(job.file.size, pace.mostLanes, pace.line), mostPartBytes);
    if (shape && shape.lanes === pace.lanes && isClose(shape.partBytes, partBytes)) return;
    const smallestBytes = smallestPartBytes(pace.line);
    const smallest = smallestBytes === undefined ? {} : { smallestBytes };
    shape = {
      lanes: pace.lanes,
      partBytes,
      ...smallest,
      first: { count: FIRST_LANES, bytes: Math.min(firstBytes, mostPartBytes) },
    };
    upload.plan = replanParts(upload.plan.slice(0, touched), job.file.size, shape);
    job.replanned?.(upload);
  };

  return {
    hasMore,
    take: () => {
      if (!hasMore()) return undefined;
      recut();
      const part = upload.plan[next];
      if (!part) return undefined;
      taken.add(part.partNumber);
      touched = Math.max(touched, part.partNumber);
      return part;
    },
  };
}

/** Within half again: not worth another table. */
function isClose(a: number, b: number): boolean {
  return Math.max(a, b) < 1.5 * Math.min(a, b);
}
