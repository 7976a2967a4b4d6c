import type { ComponentProps } from 'react';

export interface ScrollRoomProps extends ComponentProps<'section'> {
  readonly 'aria-label': string;
  /** The arrows scroll here instead of walking to the neighbour. */
  readonly keepsArrows?: boolean;
}

/** A part that scrolls, and that the keyboard can therefore reach. */
export function ScrollRoom({ keepsArrows = true, ...rest }: ScrollRoomProps) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
  return <section tabIndex={0} data-keeps-arrows={keepsArrows || undefined} {...rest} />;
}
