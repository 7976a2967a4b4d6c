/** A dialog of the page as a whole. */
export type OpenSheet =
  | 'history'
  | 'keys'
  | 'settings'
  | 'forget'
  | 'myLinks'
  | 'myRequests'
  | { readonly inspect: string };
