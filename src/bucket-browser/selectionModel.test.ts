import { describe, expect, test } from 'vitest';
import { rowOrder } from './RowOrder.ts';
import {
  clearSelection,
  extendTo,
  focusRow,
  keepShown,
  NOTHING_SELECTED,
  selectAll,
  selectOnly,
  toggle,
} from './selectionModel.ts';

const order = rowOrder(['a', 'b', 'c', 'd', 'e']);
const chosen = (selection: { selected: ReadonlySet<string> }) => [...selection.selected].toSorted().join('');

test('a click chooses one row and starts a range there', () => {
  const selection = selectOnly(toggle(NOTHING_SELECTED, 'a'), 'c');
  expect(chosen(selection)).toBe('c');
  expect(selection).toMatchObject({ anchorId: 'c', focusedId: 'c' });
});

test('toggling adds and removes without touching the rest', () => {
  const two = toggle(toggle(NOTHING_SELECTED, 'a'), 'c');
  expect(chosen(two)).toBe('ac');
  expect(chosen(toggle(two, 'a'))).toBe('c');
});

describe('a range', () => {
  test('grows and shrinks from its anchor, both ways', () => {
    let selection = selectOnly(NOTHING_SELECTED, 'c');
    selection = extendTo(selection, order, 'e');
    expect(chosen(selection)).toBe('cde');
    selection = extendTo(selection, order, 'd');
    expect(chosen(selection)).toBe('cd');
    selection = extendTo(selection, order, 'a');
    expect(chosen(selection)).toBe('abc');
    expect(selection.anchorId).toBe('c');
  });

  test('starts at the focused row when nothing was chosen', () => {
    expect(chosen(extendTo(focusRow(NOTHING_SELECTED, 'b'), order, 'c'))).toBe('bc');
  });

  test('whose anchor is gone is a single row', () => {
    expect(chosen(extendTo(selectOnly(NOTHING_SELECTED, 'gone'), order, 'c'))).toBe('c');
  });
});

test('all and none keep the keyboard where it is', () => {
  const all = selectAll(focusRow(NOTHING_SELECTED, 'b'), order);
  expect(chosen(all)).toBe('abcde');
  const none = clearSelection(all);
  expect(chosen(none)).toBe('');
  expect(none.focusedId).toBe('b');
});

describe('when rows go away', () => {
  test('the keyboard goes to the row that took the place', () => {
    const after = keepShown(selectOnly(NOTHING_SELECTED, 'c'), rowOrder(['a', 'b', 'd', 'e']), 2);
    expect(after.focusedId).toBe('d');
    expect(chosen(after)).toBe('');
  });

  test('the last row gives way to the one before it', () => {
    expect(keepShown(selectOnly(NOTHING_SELECTED, 'e'), rowOrder(['a', 'b']), 4).focusedId).toBe('b');
  });

  test('the last of all leaves nothing', () => {
    expect(keepShown(selectOnly(NOTHING_SELECTED, 'a'), rowOrder([]), 0).focusedId).toBeUndefined();
  });

  test('a selection that is still shown is the same object', () => {
    const selection = toggle(selectOnly(NOTHING_SELECTED, 'a'), 'b');
    expect(keepShown(selection, order, 1)).toBe(selection);
  });
});
