/** The browser's own timer, as everything that is built here is given it. */
export function later(callback: () => void, delayMs: number): ReturnType<typeof setTimeout> {
  return setTimeout(callback, delayMs);
}
