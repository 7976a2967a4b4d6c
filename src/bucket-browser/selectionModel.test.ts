import { array, assert, constantFrom, nat, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowOrder, type RowOrder } from './RowOrder.ts';
import {
  clearSelection,
  extendTo,
  focusRow,
  keepShown,
  NOTHING_SELECTED,
  selectAll,
  selectOnly,
  toggle,
  type Selection,
} from './selectionModel.ts';

const rowsOf = (rows: readonly number[]): RowOrder => rowOrder(Int32Array.from(rows));
const order = rowsOf([0, 1, 2, 3, 4]);
const chosen = ({ selected }: Selection): string => Array.from(selected, (row) => 'abcde'.charAt(row)).join('');

test('a click chooses one row and starts a range there', () => {
  const selection = selectOnly(toggle(NOTHING_SELECTED, 0), 2);
  expect(chosen(selection)).toBe('c');
  expect(selection).toMatchObject({ anchor: 2, focused: 2 });
});

test('toggling adds and removes without touching the rest', () => {
  const two = toggle(toggle(NOTHING_SELECTED, 0), 2);
  expect(chosen(two)).toBe('ac');
  expect(chosen(toggle(two, 0))).toBe('c');
});

describe('a range', () => {
  test('grows and shrinks from its anchor, both ways', () => {
    let selection = selectOnly(NOTHING_SELECTED, 2);
    selection = extendTo(selection, order, 4);
    expect(chosen(selection)).toBe('cde');
    selection = extendTo(selection, order, 3);
    expect(chosen(selection)).toBe('cd');
    selection = extendTo(selection, order, 0);
    expect(chosen(selection)).toBe('abc');
    expect(selection.anchor).toBe(2);
  });

  test('moved about however often, holds what lies between its ends, in any order of the rows', () => {
    const orders = [order, rowsOf([4, 2, 0, 3, 1])] as const;
    const step = tuple(constantFrom('extend', 'toggle', 'only', 'focus'), nat(4), constantFrom(...orders));
    assert(
      property(array(step), (steps) => {
        let selection: Selection = NOTHING_SELECTED;
        const seen: number[][] = [];
        const wanted: number[][] = [];
        for (const [what, row, shown] of steps) {
          const ends = [shown.indexOf(selection.anchor ?? selection.focused ?? row), shown.indexOf(row)];
          if (what === 'toggle') selection = toggle(selection, row);
          else if (what === 'only') selection = selectOnly(selection, row);
          else if (what === 'focus') selection = focusRow(selection, row);
          else {
            selection = extendTo(selection, shown, row);
            const between = shown.rows.slice(Math.min(...ends), Math.max(...ends) + 1);
            seen.push([selection.selected.size, ...selection.selected]);
            wanted.push([between.length, ...between.toSorted()]);
          }
        }
        expect(seen).toEqual(wanted);
      }),
    );
  });

  test('starts at the focused row when nothing was chosen', () => {
    expect(chosen(extendTo(focusRow(NOTHING_SELECTED, 1), order, 2))).toBe('bc');
  });

  test('whose anchor is gone is a single row', () => {
    expect(chosen(extendTo(selectOnly(NOTHING_SELECTED, 99), order, 2))).toBe('c');
  });
});

test('all and none keep the keyboard where it is', () => {
  const all = selectAll(focusRow(NOTHING_SELECTED, 1), order);
  expect(chosen(all)).toBe('abcde');
  const none = clearSelection(all);
  expect(chosen(none)).toBe('');
  expect(none.focused).toBe(1);
});

describe('when rows go away', () => {
  test('the keyboard goes to the row that took the place', () => {
    const after = keepShown(selectOnly(NOTHING_SELECTED, 2), rowsOf([0, 1, 3, 4]), () => 2);
    expect(after.focused).toBe(3);
    expect(chosen(after)).toBe('');
  });

  test('the last row gives way to the one before it', () => {
    expect(keepShown(selectOnly(NOTHING_SELECTED, 4), rowsOf([0, 1]), () => 4).focused).toBe(1);
  });

  test('the last of all leaves nothing', () => {
    expect(keepShown(selectOnly(NOTHING_SELECTED, 0), rowsOf([]), () => 0).focused).toBeUndefined();
  });

  test('a selection that is still shown is the same object', () => {
    const selection = toggle(selectOnly(NOTHING_SELECTED, 0), 1);
    expect(keepShown(selection, order, () => 1)).toBe(selection);
  });
});
