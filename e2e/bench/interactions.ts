import { percentile } from './percentile.ts';

/** What the browser measured of one click, tap or key press: until the next picture was on the screen. */
export interface Interaction {
  /** What the person was doing. */
  readonly act: string;
  /** Milliseconds, in steps of 8; below 16 the browser tells only that there was one. */
  readonly milliseconds: number;
}

export interface PageInteractions {
  readonly measured: readonly Interaction[];
  /** All there were, the quick ones too. */
  readonly count: number;
  /** Milliseconds of each task above 50. */
  readonly longTasks: readonly number[];
}

/** All are run inside the page. Event Timing is what "interaction to next paint" is made of. */
export const interactions = {
  /** Before the page's own scripts. */
  note: `globalThis.beelineBench = { acts: [], slowest: new Map(), longTasks: [] };
    new PerformanceObserver((list) => {
      const { acts, slowest } = globalThis.beelineBench;
      for (const { interactionId, duration, startTime } of list.getEntries()) {
        if (!interactionId || duration <= (slowest.get(interactionId)?.milliseconds ?? 0)) continue;
        const act = acts.findLast(([at]) => at <= startTime)?.[1] ?? '';
        slowest.set(interactionId, { act, milliseconds: duration });
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.beelineBench.longTasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });`,

  /** From now on the person does this. */
  begin: (act: string): string => `globalThis.beelineBench.acts.push([performance.now(), ${JSON.stringify(act)}])`,

  read: `({
    measured: [...globalThis.beelineBench.slowest.values()],
    count: performance.interactionCount,
    longTasks: globalThis.beelineBench.longTasks,
  })`,
};

/** Milliseconds of every interaction; one too quick to be told counts as the least that is. */
export function durations({ measured, count }: Pick<PageInteractions, 'measured' | 'count'>): number[] {
  const told = measured.map(({ milliseconds }) => milliseconds);
  return [...told, ...Array.from({ length: Math.max(0, count - told.length) }, () => 16)];
}

/** One row for each act that was told of: what, how often it took 16 ms or more, and how long then. */
export function actRows(measured: readonly Interaction[]): string[][] {
  const byAct = new Map<string, number[]>();
  for (const { act, milliseconds } of measured) byAct.set(act, [...(byAct.get(act) ?? []), milliseconds]);
  return [...byAct]
    .toSorted(([, a], [, b]) => percentile(b, 0.98) - percentile(a, 0.98))
    .map(([act, all]) => {
      const figures = [all.length, ...[0.5, 0.98, 1].map((share) => percentile(all, share))];
      return [act].concat(figures.map((figure) => figure.toFixed(0)));
    });
}
