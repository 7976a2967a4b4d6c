import { readdirSync, readFileSync } from 'node:fs';
import { processTreePids } from './processTree.ts';

/** CPU seconds so far by thread: `renderer: main`, `network: Chrome_ChildIOT`. */
export type ThreadCosts = ReadonlyMap<string, number>;

const TICKS = 100;

/** Of these processes and everything they started, from `/proc`; empty where there is none. */
export function threadCosts(roots: Readonly<Record<string, number>>): ThreadCosts {
  const costs = new Map<string, number>();
  for (const [root, rootPid] of Object.entries(roots)) {
    for (const pid of processTreePids(rootPid)) {
      const role = roleOf(pid) ?? root;
      for (const thread of entriesOf(`/proc/${pid}/task`)) {
        const text = textOf(`/proc/${pid}/task/${thread}/stat`);
        const behindName = text.lastIndexOf(')');
        const name = thread === String(pid) ? 'main' : text.slice(text.indexOf('(') + 1, behindName);
        const fields = text.slice(behindName + 2).split(' ');
        const key = `${role}: ${name}`;
        costs.set(key, (costs.get(key) ?? 0) + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS);
      }
    }
  }
  return costs;
}

/** What each thread took between two looks, the busiest first, as shares of one processor. */
export function describeThreads(before: ThreadCosts, after: ThreadCosts, seconds: number): string {
  const spent = [...after].map(([name, cpu]) => [name, cpu - (before.get(name) ?? 0)] as const);
  const total = spent.reduce((sum, [, cpu]) => sum + cpu, 0);
  const busiest = spent.filter(([, cpu]) => cpu >= 0.03 * seconds).toSorted(([, a], [, b]) => b - a);
  const share = (cpu: number): string => `${((100 * cpu) / seconds).toFixed(0)} %`;
  return `processor ${share(total)}: ${busiest.map(([name, cpu]) => `${name} ${share(cpu)}`).join(', ')}`;
}

/** Chromium says on the command line what a process is for. */
function roleOf(pid: number): string | undefined {
  const line = textOf(`/proc/${pid}/cmdline`);
  const service = /--utility-sub-type=(\w+)/.exec(line)?.[1];
  return service ?? /--type=([\w-]+)/.exec(line)?.[1];
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
