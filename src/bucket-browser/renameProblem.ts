import type { ListingEntry } from '#listing/ListingEntry.ts';
import type { LateText } from '#text/LateText.ts';
import { splitExtension } from '#ui/splitExtension.ts';
import { folderNameProblem } from './folderNameProblem.ts';

export interface RenameWays {
  readonly t: LateText['t'];
  /** That it has this name already. */
  readonly nameSame: string;
  /** Whether a name is taken, as far as the list knows. */
  readonly isTaken: (name: string) => boolean;
}

/** Why a row cannot get this name, in words; undefined when it can. */
export function renameProblem(
  entry: ListingEntry,
  name: string,
  { t, nameSame, isTaken }: RenameWays,
): string | undefined {
  if (name === entry.name) return nameSame;
  const problem = folderNameProblem(name, isTaken);
  if (problem === undefined) return undefined;
  const words = {
    folderNameEmpty: t.folderNameEmpty,
    folderNameSlash: t.folderNameSlash,
    folderNameDots: t.folderNameDots,
    folderNameTaken: t.folderNameTaken,
  };
  return words[problem];
}

/** How many characters of a name are chosen at first: all but the extension, which mostly stays. */
export function stemLength(entry: ListingEntry): number {
  return entry.type === 'folder' ? entry.name.length : (splitExtension(entry.name)[0] ?? entry.name).length;
}
