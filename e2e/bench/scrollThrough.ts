/** What `scrollThrough` found. */
export interface ScrollTimes {
  readonly rows: number;
  /** Keys that were never in the page, or at another place than theirs. */
  readonly wrong: number;
  /** Longest time for which the page could do nothing else; 0 when no task was above 50 ms. */
  readonly longestTaskMs: number;
  readonly frames: number;
  /** Frames that came later than the one after next should have: 34 ms at 60 per second. */
  readonly lateFrames: number;
}

/**
 * Run inside the page: scrolls the list from its first row to its last, a screen per frame, and looks at every row that
 * is drawn. The key of row n must hold n in six digits.
 */
export const scrollThrough = `(async () => {
  const grid = document.querySelector('[role=grid]');
  const rows = Number(grid.getAttribute('aria-rowcount')) - 1;
  const seen = new Uint8Array(rows);
  let misplaced = 0;
  let longestTaskMs = 0;
  const take = (entries) => {
    for (const { duration } of entries) longestTaskMs = Math.max(longestTaskMs, duration);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask' });
  const look = () => {
    for (const row of grid.querySelectorAll('[role=row][data-index]')) {
      const index = Number(row.dataset.index);
      const name = row.querySelector('[role=rowheader]').textContent;
      if (name.includes(String(index).padStart(6, '0'))) seen[index] = 1;
      else misplaced += 1;
    }
  };
  const nextFrame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const step = grid.clientHeight - 2 * grid.querySelector('[role=row][data-index]').offsetHeight;
  let frames = 0;
  let lateFrames = 0;
  let last = await nextFrame();
  for (let before = -1; grid.scrollTop !== before; frames += 1) {
    before = grid.scrollTop;
    grid.scrollTop += step;
    const now = await nextFrame();
    if (now - last > 34) lateFrames += 1;
    last = now;
    look();
  }
  take(observer.takeRecords());
  observer.disconnect();
  const missing = seen.reduce((sum, was) => sum + 1 - was, 0);
  return { rows, wrong: missing + misplaced, longestTaskMs, frames, lateFrames };
})()`;
