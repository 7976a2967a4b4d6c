/** How near to the edge of a list scrolling begins, in pixels. */
const EDGE = 40;
/** Pixels a frame, at first; a list that is scrolled for long goes faster and faster. */
const FASTEST = 26;
const FASTER_EVERY_FRAMES = 40;
const MOST_TIMES_FASTER = 12;

/** From 0 to 1, for a mouse so far inside of an edge. */
function strength(inside: number): number {
  return Math.min(1, Math.max(0, (EDGE - inside) / (2 * EDGE)));
}

/** Pixels to scroll in a frame: none in the middle, more the nearer to an edge, most well beyond it. */
export function edgeSpeed(y: number, top: number, bottom: number): number {
  const [up, down] = [strength(y - top), strength(bottom - y)];
  return Math.ceil((down > up ? down : -up) * FASTEST);
}

export interface EdgeScroll {
  /** Where the mouse is now, in pixels of the page; undefined: not over the list. */
  readonly at: (clientY: number | undefined) => void;
}

/** Scrolls a list while the mouse is held at its edge. */
export function createEdgeScroll(grid: HTMLElement, onScrolled: () => void = () => undefined): EdgeScroll {
  let speed = 0;
  let frames = 0;
  let isRunning = false;
  const step = (): void => {
    isRunning = speed !== 0 && grid.isConnected;
    if (!isRunning) return;
    frames += 1;
    grid.scrollTop += speed * Math.min(MOST_TIMES_FASTER, 1 + frames / FASTER_EVERY_FRAMES);
    onScrolled();
    requestAnimationFrame(step);
  };
  return {
    at: (y) => {
      const { top, bottom } = grid.getBoundingClientRect();
      // The names of the columns float over the first rows.
      const head = grid.querySelector('[role="columnheader"]')?.clientHeight ?? 0;
      speed = y === undefined ? 0 : edgeSpeed(y, top + head, bottom);
      if (speed !== 0 && !isRunning) {
        isRunning = true;
        frames = 0;
        requestAnimationFrame(step);
      }
    },
  };
}
