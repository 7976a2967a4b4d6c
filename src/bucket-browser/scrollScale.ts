/** Browsers draw nothing below some height: Firefox 17.8 million pixels, Chromium 33.5 million. */
const MAX_HEIGHT = 15_000_000;

/** Height of the element that holds the rows of a list so high; all in CSS pixels. */
export function drawnHeight(totalHeight: number): number {
  return Math.min(totalHeight, MAX_HEIGHT);
}

/**
 * Pixels of the list for one of its scroll bar, so that both ends meet both ends; 1 where the list fits.
 *
 * @param totalHeight pixels of all rows
 * @param room pixels of the list that can be seen at once
 */
export function scrollScale(totalHeight: number, room: number): number {
  const scrollable = drawnHeight(totalHeight) - room;
  return totalHeight <= MAX_HEIGHT || scrollable <= 0 ? 1 : (totalHeight - room) / scrollable;
}

/**
 * How far a list is to be scrolled so that a line of it is in sight: as little as that takes; all in pixels of the list.
 *
 * @param line where it begins and ends
 * @param offset how far the list is scrolled now
 * @param room what can be seen of the list at once, the head that floats over it not counted
 */
export function offsetToShow(
  line: { readonly start: number; readonly end: number },
  offset: number,
  room: number,
): number {
  return Math.min(Math.max(offset, line.end - room), line.start);
}
