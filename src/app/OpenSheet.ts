/** A dialog of the page as a whole. */
export type OpenSheet = 'history' | 'keys' | 'settings' | 'forget' | 'myLinks' | { readonly inspect: string };
