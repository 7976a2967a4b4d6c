/** What menus say to those who do not see the tick. */
export const menus = {
  inForce: 'chosen',
};
