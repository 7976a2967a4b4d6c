import type { en } from './en.ts';

/** What every language must say; a missing or misspelt message does not compile. */
export type Messages = Readonly<typeof en>;
