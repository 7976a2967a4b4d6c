import { ANSWER_FAULTS } from './answerFaults.ts';
import { DEVICE_FAULTS } from './deviceFaults.ts';
import { KEY_FAULTS } from './keyFaults.ts';
import { LINE_FAULTS } from './lineFaults.ts';
import { OBJECT_FAULTS } from './objectFaults.ts';
import { PHASES } from './FaultRow.ts';
import type { FaultId, FaultRows, Phase } from './FaultRow.ts';

/**
 * What can go wrong, in which phase, and what a person must then see: the table that names the tests and from which
 * `npm run grid` makes its report.
 *
 * Codes. R: tried again within the policy, invisible if it heals soon. K: keys renewed once, then R. S: clock corrected
 * once. V: the server is asked before anything is decided. W: waits with its reason and goes on by itself. P: pauses and
 * asks. F: fails at once, in plain words and with buttons. X: this part only is sent again. N: narrower, then R. D: goes
 * on with a notice.
 */
export const FAULT_GRID: FaultRows = inOrder({
  ...LINE_FAULTS,
  ...ANSWER_FAULTS,
  ...KEY_FAULTS,
  ...OBJECT_FAULTS,
  ...DEVICE_FAULTS,
});

export interface Cell {
  readonly fault: FaultId;
  readonly phase: Phase;
  readonly code: string;
  /** What must be seen. */
  readonly seen: string;
}

export function cellOf(fault: FaultId, phase: Phase): Cell {
  const found = FAULT_GRID[fault]?.cells[phase];
  if (!found) throw new Error(`The grid has no cell ${fault} ${phase}.`);
  const [code, seen] = found;
  return { fault, phase, code, seen };
}

export function allCells(): readonly Cell[] {
  const faults = Object.keys(FAULT_GRID) as FaultId[];
  return faults.flatMap((fault) =>
    PHASES.filter((phase) => FAULT_GRID[fault]?.cells[phase]).map((phase) => cellOf(fault, phase)),
  );
}

/** The title of a test about these cells: what `npm run grid` finds it by. */
export function gridTitle(cells: readonly (readonly [FaultId, Phase])[], seen?: string): string {
  const names = cells.map(([fault, phase]) => `${fault} ${phase}`).join(', ');
  const [first] = cells;
  return `${names}: ${seen ?? (first ? cellOf(...first).seen : '')}`;
}

const CELL = new RegExp(`^(F\\d+) (${PHASES.join('|')})$`);

/** The cells a title names, before its colon. */
export function cellsIn(title: string): readonly (readonly [FaultId, Phase])[] {
  const [names = ''] = title.split(':');
  const named = new Set(names.split(', ').filter((name) => CELL.test(name)));
  return allCells().flatMap(({ fault, phase }) => (named.has(`${fault} ${phase}`) ? [[fault, phase] as const] : []));
}

/** In the order of the specification. A cell that is not there cannot happen. */
function inOrder(rows: FaultRows): FaultRows {
  const faults = Object.keys(rows) as FaultId[];
  return Object.fromEntries(
    faults.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))).map((fault) => [fault, rows[fault]]),
  ) as FaultRows;
}
