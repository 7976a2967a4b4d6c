/** What `scrollFor` found. */
export interface ScrollTimes {
  /** Milliseconds from each drawn frame to the next. */
  readonly frames: readonly number[];
  /** Longest time for which the page could do nothing else; 0 when no task was above 50 ms. */
  readonly longestTaskMs: number;
}

/**
 * Run inside the page: scrolls the list from its beginning for so many frames, and notes when each was drawn.
 *
 * @param step CSS pixels of each frame, or a share (below 1) of the way to the end
 */
export const scrollFor = (frames: number, step: number): string => `(async () => {
  const grid = document.querySelector('[role=grid]');
  const nextFrame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  grid.scrollTop = 0;
  for (let n = 0; n < 30; n += 1) await nextFrame();
  let longestTaskMs = 0;
  const take = (entries) => {
    for (const { duration } of entries) longestTaskMs = Math.max(longestTaskMs, duration);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask' });
  const way = grid.scrollHeight - grid.clientHeight;
  const pixels = ${step} < 1 ? ${step} * way : ${step};
  const times = [];
  let last = await nextFrame();
  for (let n = 0; n < ${frames}; n += 1) {
    grid.scrollTop = (n + 1) * pixels;
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  take(observer.takeRecords());
  observer.disconnect();
  return { frames: times, longestTaskMs };
})()`;
