import type { ReadHeaders } from './checkCors.ts';
import type { ProbeAnswer, ProbeOutcome } from './prober.ts';
import type { Trials } from './tryPermissions.ts';

const ON_EVERY_ANSWER = ['Date', 'x-cos-request-id'] as const;
const ON_A_PART = ['ETag', 'x-cos-hash-crc64ecma'] as const;
const ON_A_RANGE = [...ON_A_PART, 'Content-Range'] as const;

/** Which headers the page may read, of those that answers of each kind carry. */
export function headersSeen(
  listing: ProbeAnswer | undefined,
  trials: Trials,
  object: ProbeAnswer | undefined,
): ReadHeaders {
  const part = trials.get('name/cos:UploadPart');
  const pairs: (readonly [ProbeOutcome | undefined, readonly string[]])[] = [
    [listing, ON_EVERY_ANSWER],
    [part?.type === 'answer' && part.status === 200 ? part : undefined, ON_A_PART],
    [object, ON_A_RANGE],
  ];
  const read = new Set<string>();
  const hidden = new Set<string>();
  for (const [answer, names] of pairs) {
    if (answer?.type !== 'answer') continue;
    for (const name of names) (answer.headers.has(name) ? read : hidden).add(name);
  }
  // An object that was appended to has no checksum at all; one answer that shows the header is proof enough.
  return { read: [...read], hidden: [...hidden].filter((name) => !read.has(name)) };
}
