import { expect, test } from 'vitest';
import type { Pace } from './createPace.ts';
import { createPartSource } from './createPartSource.ts';
import { MIB, planParts } from './planParts.ts';
import type { MultipartUpload, UploadJob } from './UploadJob.ts';

interface Line {
  lanes: number;
  isLearning: boolean;
  laneBytesPerSecond?: number;
}

const SIZE = 300 * MIB;

function begin(line: Line): { job: UploadJob; upload: MultipartUpload; pace: Pace; tables: number[] } {
  const tables: number[] = [];
  const job: UploadJob = {
    direction: 'upload',
    file: Object.defineProperty(new Blob(), 'size', { value: SIZE }),
    connectionId: 'media',
    key: 'k',
    name: 'k',
    onExisting: 'ask',
    renamed: () => undefined,
    replanned: ({ plan }) => tables.push(plan.length),
    discard: async () => undefined,
  };
  const plan = planParts(SIZE, { lanes: 11, partBytes: 8 * MIB, first: { count: 6, bytes: 2 * MIB } });
  const upload: MultipartUpload = {
    uploadId: 'u',
    plan,
    confirmed: new Map(),
    completeSent: false,
    isRestored: false,
    unchecked: new Set(),
  };
  const pace: Pace = {
    get lanes() {
      return line.lanes;
    },
    get lanesPerFile() {
      return line.lanes;
    },
    get mostLanes() {
      return line.isLearning ? 11 : line.lanes;
    },
    get line() {
      const { laneBytesPerSecond } = line;
      return { roundTripMs: 50, ...(laneBytesPerSecond === undefined ? {} : { laneBytesPerSecond }) };
    },
    begin: () => () => undefined,
    enter: () => Promise.reject(new Error('not asked here')),
    observeEmptyRequest: () => undefined,
  };
  return { job, upload, pace, tables };
}

const mib = (part: { start: number; end: number } | undefined): number =>
  part ? (part.end - part.start) / MIB : Number.NaN;

test('parts are small until the line is known, then as big as it carries; what was handed out stays', () => {
  const line: Line = { lanes: 6, isLearning: true };
  const { job, upload, pace, tables } = begin(line);
  const source = createPartSource(job, upload, pace, () => 0);
  const early = [1, 2, 3, 4, 5, 6].map(() => source.take());
  expect(early.map(mib)).toEqual([2, 2, 2, 2, 2, 2]);
  expect(tables).toEqual([]);

  Object.assign(line, { laneBytesPerSecond: 1e6 });
  expect(mib(source.take())).toBe(3);
  // There may soon be eleven lanes, so each holds an eleventh of what may have to be sent again.
  Object.assign(line, { laneBytesPerSecond: 20e6 });
  expect(mib(source.take())).toBe(8);
  Object.assign(line, { isLearning: false });
  // Of up to 16 MiB: what is left is cut evenly over three rounds.
  expect(mib(source.take())).toBe(15.5);
  expect(tables).toHaveLength(3);
  expect(upload.plan.slice(0, 6)).toEqual(early);
  expect(upload.plan.at(-1)?.end).toBe(SIZE);
});

test('every byte is handed out once, however often the line changes', () => {
  const line: Line = { lanes: 4, isLearning: false };
  const { job, upload, pace } = begin(line);
  upload.confirmed.set(3, { sizeBytes: 2 * MIB });
  const source = createPartSource(job, upload, pace, () => 0);
  const taken = [];
  for (let n = 0; source.hasMore(); n += 1) {
    Object.assign(line, { lanes: 1 + (n % 11), laneBytesPerSecond: 1e5 * 3 ** (n % 5) });
    taken.push(source.take());
  }
  expect(source.take()).toBeUndefined();
  const numbers = taken.map((part) => part?.partNumber ?? 0);
  expect(new Set([...numbers, 3]).size).toBe(upload.plan.length);
  expect(upload.plan[2]).toMatchObject({ partNumber: 3, start: 4 * MIB, end: 6 * MIB });
  const bytes = taken.reduce((sum, part) => sum + mib(part), 0);
  expect(bytes).toBe(298);
  expect(taken.every((part) => part && upload.plan[part.partNumber - 1]?.start === part.start)).toBe(true);
});
