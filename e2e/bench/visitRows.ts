/** What `visitRows` found. */
export interface Visit {
  readonly rows: number;
  /** Places in the list the page was looked at, a screen at each. */
  readonly stops: number;
  /** Rows that were drawn and looked at. */
  readonly seen: number;
  /** Keys that were not in the page where they should have been, or at another place than theirs. */
  readonly wrong: number;
}

/**
 * Run inside the page: goes from the first row to the last, a screen at a time, and looks at every row that is drawn.
 * A list too long for that is looked at in `mostStops` places, evenly spread and always at both ends. The key of row n
 * must hold n in six digits.
 */
export const visitRows = (mostStops: number): string => `(async () => {
  const grid = document.querySelector('[role=grid]');
  const rows = Number(grid.getAttribute('aria-rowcount')) - 1;
  const rowHeight = grid.querySelector('[role=row][data-index]').offsetHeight;
  const head = grid.querySelector('[role=row]:not([data-index])').offsetHeight;
  const perScreen = Math.floor((grid.clientHeight - head) / rowHeight);
  const nextFrame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const seen = new Uint8Array(rows);
  let misplaced = 0;
  let unseen = 0;
  const stops = Math.min(${mostStops}, Math.ceil(rows / (perScreen - 1)) + 1);
  for (let stop = 0; stop < stops; stop += 1) {
    const share = stop / Math.max(1, stops - 1);
    grid.scrollTop = share * (grid.scrollHeight - grid.clientHeight);
    await nextFrame();
    await nextFrame();
    for (const row of grid.querySelectorAll('[role=row][data-index]')) {
      const index = Number(row.dataset.index);
      const name = row.querySelector('[role=rowheader]').textContent;
      if (name.includes(String(index).padStart(6, '0'))) seen[index] = 1;
      else misplaced += 1;
    }
    // What should be in sight here, by arithmetic alone.
    const first = Math.ceil(share * Math.max(0, rows - perScreen));
    for (let index = first; index < Math.min(rows, first + perScreen - 1); index += 1) unseen += 1 - seen[index];
  }
  const isWhole = ${mostStops} >= rows / (perScreen - 1) + 1;
  const count = seen.reduce((sum, was) => sum + was, 0);
  return { rows, stops, seen: count, wrong: misplaced + (isWhole ? rows - count : unseen) };
})()`;
