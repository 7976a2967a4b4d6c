/** A dialog of the page as a whole. */
export type OpenSheet = 'history' | 'keys' | 'forget' | 'myLinks' | { readonly inspect: string };
