/** Lines of a list, from the first to draw to the one behind the last. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

export interface LineStack {
  /** How many there are. */
  readonly lines: number;
  /** Pixels from one line to the next. */
  readonly lineHeight: number;
  /** Pixels above the first line. */
  readonly padding: number;
  /** Lines to draw beyond what is in sight, above and below. */
  readonly overscan: number;
}

/**
 * The lines to draw of a list that is scrolled; all lines are of one height, so a million cost what ten do.
 *
 * @param offset pixels the list is scrolled by; beyond its end it counts as the end
 * @param room pixels that can be seen at once
 */
export function linesInSight(
  { lines, lineHeight, padding, overscan }: LineStack,
  offset: number,
  room: number,
): LineRange {
  const end = padding + lines * lineHeight - room;
  const top = Math.max(0, Math.min(offset, end)) - padding;
  const within = (line: number): number => Math.max(0, Math.min(lines, line));
  return {
    from: within(Math.floor(top / lineHeight) - overscan),
    to: within(Math.ceil((top + room) / lineHeight) + overscan),
  };
}
