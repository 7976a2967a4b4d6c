interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  /** From 0. */
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** What the DevTools protocol calls `Profiler.Profile`, as far as it is read. */
export interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame }[];
  readonly samples?: readonly number[];
  /** Microseconds between samples. */
  readonly timeDeltas?: readonly number[];
}

const SHOWN = 12;

/** Where the page's own thread was, by function, the longest first. */
export function describeProfile({ nodes, samples = [], timeDeltas = [] }: CpuProfile): string {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const spent = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? '';
    spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  }
  const longest = [...spent].toSorted(([, a], [, b]) => b - a).slice(0, SHOWN);
  return `page's thread, ms: ${longest.map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(', ')}`;
}

function nameOf({ functionName, url, lineNumber, columnNumber }: CallFrame): string {
  return functionName || `${url.split('/').at(-1)}:${lineNumber + 1}:${columnNumber + 1}`;
}
