import type { late } from './en/late.ts';
import type { Messages } from './Messages.ts';
import type { Text } from './Text.ts';

/** What every language must say beyond `Messages`, once the first rows are there. */
export type LateMessages = Readonly<typeof late>;

/** A language with all its sentences. */
export interface LateText extends Text {
  readonly t: Messages & LateMessages;
}
