import { useState } from 'react';
import { reuseSlots, type Drawn } from './reuseSlots.ts';

/** The elements that rows are drawn in; see `[Note: A row takes the place of another]`. */
export function useSlots(rows: readonly number[]): readonly Drawn[] {
  const [draw] = useState(remember);
  return draw(rows);
}

/** Drawing the same rows again, as React may, changes nothing. */
function remember(): (rows: readonly number[]) => readonly Drawn[] {
  let last: readonly Drawn[] = [];
  return (rows) => (last = reuseSlots(last, rows));
}
