import { test } from 'vitest';
import { gridTitle } from './faultGrid.ts';
import type { FaultId, Phase } from './faultGrid.ts';

/** A test about one cell of the grid, or several; its title is what the table says must be seen. */
export function gridTest(cells: readonly (readonly [FaultId, Phase])[], body: () => Promise<void>): void {
  test(gridTitle(cells), body);
}
