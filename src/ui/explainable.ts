import type { ComponentProps } from 'react';

/**
 * A disabled button cannot be reached by the keyboard, nor can the reason in its `title`. One that has a reason is
 * therefore only said to be disabled: it keeps its tab stop, its title describes it, and pressing it does nothing.
 */
export function explainable(props: ComponentProps<'button'>): ComponentProps<'button'> {
  const { disabled, title, onClick: _onClick, ...rest } = props;
  if (disabled !== true || title === undefined) return props;
  return { ...rest, title, 'aria-disabled': true };
}
