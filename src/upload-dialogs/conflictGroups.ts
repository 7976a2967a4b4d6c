import type { Conflict } from './Conflict.ts';

/** How the sheet sorts its rows; `all` shows every one. */
export type ConflictGroup = 'all' | 'different' | 'sameSize' | 'identical';

/** Being compared counts as the same size until the checksums are in. */
export function groupOf({ contents }: Conflict): Exclude<ConflictGroup, 'all'> {
  return contents === 'different' || contents === 'identical' ? contents : 'sameSize';
}

/** The groups worth a button, with their sizes: none when all rows are of one kind. */
export function conflictGroups(
  conflicts: readonly Conflict[],
): readonly { readonly group: ConflictGroup; readonly count: number }[] {
  const counts: Record<ConflictGroup, number> = { all: conflicts.length, different: 0, sameSize: 0, identical: 0 };
  for (const conflict of conflicts) counts[groupOf(conflict)] += 1;
  const groups = (['all', 'different', 'sameSize', 'identical'] as const)
    .map((group) => ({ group, count: counts[group] }))
    .filter(({ count }) => count > 0);
  return groups.length > 2 ? groups : [];
}
