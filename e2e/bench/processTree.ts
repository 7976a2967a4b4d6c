import { readdirSync, readFileSync } from 'node:fs';

/** What a process and everything it started cost so far. */
export interface ProcessTreeCost {
  readonly cpuSeconds: number;
  /** Proportional set size: pages that several of the processes share count once. */
  readonly residentBytes: number;
}

/** Clock ticks per second of `/proc/<pid>/stat`; 100 on every Linux that runs a browser. */
const TICKS = 100;

/** Read from `/proc`; undefined where there is none. Processes that have ended are not in it. */
export function processTree(rootPid: number): ProcessTreeCost | undefined {
  const stats = allStats();
  if (!stats.has(rootPid)) return undefined;
  const tree = descendants(rootPid, stats);
  return {
    cpuSeconds: tree.reduce((sum, pid) => sum + (stats.get(pid)?.cpuSeconds ?? 0), 0),
    residentBytes: tree.reduce((sum, pid) => sum + proportionalBytes(pid), 0),
  };
}

/** It and everything it started. */
export function processTreePids(rootPid: number): readonly number[] {
  return descendants(rootPid, allStats());
}

function descendants(rootPid: number, stats: ReadonlyMap<number, Stat>): readonly number[] {
  const tree = [rootPid];
  // Grows while it is walked: children are added behind their parents.
  for (const parent of tree) for (const [pid, stat] of stats) if (stat.parentPid === parent) tree.push(pid);
  return tree;
}

interface Stat {
  readonly parentPid: number;
  readonly cpuSeconds: number;
}

function allStats(): Map<number, Stat> {
  const stats = new Map<number, Stat>();
  for (const name of entriesOf('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const text = textOf(`/proc/${name}/stat`);
    // The second field is the program's name in brackets and may hold anything; the third begins behind the last one.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [, parentPid] = fields;
    if (parentPid === undefined) continue;
    const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / TICKS;
    stats.set(Number(name), { parentPid: Number(parentPid), cpuSeconds });
  }
  return stats;
}

function proportionalBytes(pid: number): number {
  const kibibytes = /^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1];
  return Number(kibibytes ?? 0) * 1024;
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty for a process that has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
