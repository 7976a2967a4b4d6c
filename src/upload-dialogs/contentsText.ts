import type { LateText } from '#text/LateText.ts';
import type { Conflict } from './Conflict.ts';

/** What is known of the two contents, in words that claim no more than that. */
export function contentsText({ contents, existing, incoming }: Conflict, t: LateText['t']): string {
  if (contents === 'identical') return t.contentsIdentical;
  if (contents === 'comparing') return t.contentsComparing;
  if (contents === 'unknown') return t.contentsUnknown;
  return existing.sizeBytes === incoming.sizeBytes ? t.contentsDiffer : t.sizesDiffer;
}
