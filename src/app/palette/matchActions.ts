import type { MenuAction, MenuGroup } from '#ui/ActionMenu.tsx';

/** Of each group; who looks for the hundredth one types more. */
const MOST_SHOWN = 30;

/** Letters as people type them: `Größe` is found by `grosse` no more than by `größe`, but by `grö` and `GRÖ`. */
function plain(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase();
}

/** How well a name fits what was typed, from 0; undefined when a word of it is missing. Pure. */
function rank(label: string, words: readonly string[]): number | undefined {
  const name = plain(label);
  let sum = 0;
  for (const word of words) {
    const at = name.indexOf(word);
    if (at < 0) return undefined;
    // At the beginning, at the beginning of a word, or anywhere.
    const isAtWord = /[^\p{L}\p{N}]/u.test(name.charAt(at - 1));
    sum += at === 0 ? 0 : isAtWord ? 1 : 2;
  }
  return sum;
}

/**
 * The actions whose names have every word that was typed, the best ones first in each group. Ranks are equal in their
 * old order; actions that are off come after those that are on. Nothing typed: all of them.
 */
export function matchActions(groups: readonly MenuGroup[], typed: string): readonly MenuGroup[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return groups.flatMap((group) => {
    const ranked: { readonly action: MenuAction; readonly at: number }[] = [];
    for (const action of group.actions) {
      const at = rank(action.label, words);
      if (at !== undefined) ranked.push({ action, at: at + (action.disabledReason === undefined ? 0 : 100) });
    }
    if (ranked.length === 0) return [];
    const best = words.length === 0 ? ranked : ranked.toSorted((a, b) => a.at - b.at);
    return [{ ...group, actions: best.slice(0, MOST_SHOWN).map(({ action }) => action) }];
  });
}
