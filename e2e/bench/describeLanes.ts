import type { JournalEntry } from '../emulator/EmulatorOptions.ts';

/** One connection as the server saw it, milliseconds since its first request of all. */
interface Lane {
  readonly host: string;
  readonly beganMs: number;
  endedMs: number;
  busyMs: number;
}

/**
 * What the server saw between the first and the last request: how many of each kind, how long one took, and how much of
 * the time each connection had a request, by host. Requests are laid into as few lanes as hold them. A lane that is not
 * busy waits for the page: for its turn, for a signature, for a checksum, or because nothing is left for it.
 */
export function describeLanes(entries: readonly JournalEntry[]): string[] {
  const requests = entries.flatMap(({ at, endedAt, operation, host }) =>
    endedAt === undefined ? [] : [{ at, endedAt, operation, host }],
  );
  if (requests.length === 0) return ['the server saw no request'];
  const began = Math.min(...requests.map(({ at }) => at));
  const wholeMs = Math.max(...requests.map(({ endedAt }) => endedAt)) - began;
  const lanes: Lane[] = [];
  for (const { at, endedAt, host } of requests.toSorted((a, b) => a.at - b.at)) {
    const free = lanes.filter((lane) => lane.host === host && lane.endedMs <= at - began);
    let lane = free.toSorted((a, b) => b.endedMs - a.endedMs)[0];
    if (!lane) {
      lane = { host, beganMs: at - began, endedMs: 0, busyMs: 0 };
      lanes.push(lane);
    }
    lane.busyMs += endedAt - at;
    lane.endedMs = endedAt - began;
  }
  const kinds = [...new Set(requests.map(({ operation }) => operation))].map((kind) => {
    const times = requests.filter(({ operation }) => operation === kind).map(({ at, endedAt }) => endedAt - at);
    const longest = Math.max(...times);
    return `${times.length} ${kind} (mean ${(sum(times) / times.length).toFixed(0)} ms, longest ${longest})`;
  });
  const shares = [...new Set(lanes.map(({ host }) => host))].map((host, index) => {
    const own = lanes.filter((lane) => lane.host === host);
    const busy = own.map(({ busyMs }) => ((100 * busyMs) / Math.max(1, wholeMs)).toFixed(0));
    const last = Math.max(...own.map(({ beganMs }) => beganMs));
    const first = Math.min(...own.map(({ endedMs }) => endedMs));
    return `host ${index + 1}: busy ${busy.join(' ')} %; the last lane began at ${last} ms, the first was through at ${first} ms`;
  });
  return [`${wholeMs} ms from first to last: ${kinds.join(', ')}`, ...shares];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
