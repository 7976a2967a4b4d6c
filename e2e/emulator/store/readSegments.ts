import { createReadStream } from 'node:fs';
import type { Segment } from './StoreRecord.ts';

const READ_BYTES = 256 * 1024;

/** A piece of one file: `start` and `end` inclusive, as `fs.createReadStream` takes them. */
export interface SegmentSlice {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Which bytes of which files make up `start … end` (inclusive) of the whole. Empty slices are left out. */
export function sliceSegments(segments: readonly Segment[], start: number, end: number): SegmentSlice[] {
  const slices: SegmentSlice[] = [];
  let offset = 0;
  for (const { file, sizeBytes } of segments) {
    const first = Math.max(start - offset, 0);
    const last = Math.min(end - offset, sizeBytes - 1);
    if (first <= last) slices.push({ file, start: first, end: last });
    offset += sizeBytes;
  }
  return slices;
}

/** Streams the slices one after the other. */
export async function* readSegments(
  slices: readonly SegmentSlice[],
  path: (file: string) => string,
): AsyncGenerator<Uint8Array> {
  for (const { file, start, end } of slices) {
    yield* createReadStream(path(file), { start, end, highWaterMark: READ_BYTES }) as AsyncIterable<Uint8Array>;
  }
}
