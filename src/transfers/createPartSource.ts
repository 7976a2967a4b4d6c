import type { Pace } from './createPace.ts';
import { overheadBytesOf, partBytesFor, smallestPartBytes } from './partBytesFor.ts';
import { replanParts } from './planParts.ts';
import type { PartShape, PlannedPart } from './planParts.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';

/** Hands out the parts that are missing, each once. */
export interface PartSource {
  readonly hasMore: () => boolean;
  readonly take: () => PlannedPart | undefined;
  /** The part is confirmed, or given up: its lane is free. */
  readonly leave: (part: PlannedPart) => void;
}

/**
 * [Note: Cut by what the line carries] The table of parts always covers the file. Whenever the line turns out faster or
 * slower, and while the last rounds are handed out, the end of the table that nobody has touched (no part of it sent,
 * confirmed or under way) is cut anew, and whoever keeps the table is told before a part of the new cut leaves. What was
 * sent stays as it is.
 */
export function createPartSource(
  job: UploadJob,
  upload: MultipartUpload,
  pace: Pace,
  now: () => number,
  /** The person has said how big a part is: the table stays as it was begun. */
  isFixed = false,
): PartSource {
  const taken = new Set<number>();
  /** Parts under way, and when each was taken. */
  const underWay = new Map<PlannedPart, number>();
  /** Number of the last part that is touched. */
  let touched = Math.max(0, ...upload.confirmed.keys());
  let next = 0;
  let lastCut: PartShape | undefined;

  const hasMore = (): boolean => {
    for (let part = upload.plan[next]; part; part = upload.plan[next]) {
      if (!upload.confirmed.has(part.partNumber) && !taken.has(part.partNumber)) return true;
      next += 1;
    }
    return false;
  };

  const recut = (): void => {
    const { line, lanesPerFile: lanes } = pace;
    const { laneBytesPerSecond } = line;
    const { mostPartBytes } = upload;
    const isUnknown = (isFixed || laneBytesPerSecond === undefined) && mostPartBytes === undefined;
    if (isUnknown || touched >= upload.plan.length) return;
    const partBytes = Math.min(
      partBytesFor(job.file.size, pace.mostLanes, line),
      mostPartBytes ?? Number.POSITIVE_INFINITY,
    );
    const isKnown = lastCut?.lanes === lanes && isClose(lastCut.partBytes, partBytes, 1.5);
    const isNearEnd = upload.plan.length - touched <= LAST_ROUNDS * lanes;
    if (isKnown && !isNearEnd) return;
    const overheadBytes = overheadBytesOf(line) ?? 0;
    const busyBytes = Array.from(underWay, ([{ start, end }, since]) => {
      const sent = ((now() - since) * (laneBytesPerSecond ?? 0)) / 1000;
      return Math.max(0, end - start + overheadBytes - sent);
    });
    const smallestBytes = smallestPartBytes(line);
    const shape = {
      lanes,
      partBytes,
      overheadBytes,
      busyBytes,
      ...(smallestBytes === undefined ? {} : { smallestBytes }),
    };
    const plan = replanParts(upload.plan.slice(0, touched), job.file.size, shape);
    if (isKnown && isClose(sizeAt(plan, touched), sizeAt(upload.plan, touched), 1.125)) return;
    lastCut = shape;
    upload.plan = plan;
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
      underWay.set(part, now());
      return part;
    },
    leave: (part) => underWay.delete(part),
  };
}

/** So many parts for each lane are left when the end is near. */
const LAST_ROUNDS = 2;

/** Not worth another table. */
function isClose(a: number, b: number, ratio: number): boolean {
  return Math.max(a, b) < ratio * Math.min(a, b);
}

function sizeAt(plan: readonly PlannedPart[], index: number): number {
  const part = plan[index];
  return part ? part.end - part.start : 0;
}
