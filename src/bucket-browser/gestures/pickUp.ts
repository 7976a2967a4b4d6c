import type { ListingEntry } from '#listing/ListingEntry.ts';
import { displayName } from '#text/displayName.ts';
import type { Carried } from '../Carried.ts';
import type { Hands } from './Hands.ts';
import { carryingWords, type CarryingWords } from './putCarried.ts';

/** The type under which a drag or a clipboard holds the name of what is carried, and never a key. */
export const CARRIED_TYPE = 'application/x-beeline-carried';

export function pickUp({ connectionId, prefix }: Hands, entries: readonly ListingEntry[]): Carried {
  return { connectionId, prefix, entries, token: crypto.randomUUID() };
}

/** What is carried, in a few words: the name of one, or how many there are. */
export function describeCarried(entries: readonly ListingEntry[], words: CarryingWords): string {
  const [first] = entries;
  const name = entries.length === 1 && first !== undefined ? displayName(first.name).text : '';
  if (name !== '') return name;
  const areObjects = entries.every(({ type }) => type === 'object');
  return areObjects ? words.objects(entries.length) : words.items(entries.length);
}

export function wordsOf({ language }: Hands): CarryingWords {
  return carryingWords(language);
}
