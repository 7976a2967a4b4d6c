/**
 * The part of the page's address that shows the set-up check. In the hash, so that a static host needs no rule for it and
 * the place in the search part stays where the person was.
 */
export const SET_UP_CHECK = '/doctor';

export const SET_UP_CHECK_HREF = `#${SET_UP_CHECK}`;
