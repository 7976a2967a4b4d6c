import { array, assert, boolean, integer, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { createIdList } from './createIdList.ts';

test('it holds what was added and not removed, each once, in one lasting array', () => {
  assert(
    property(array(tuple(boolean(), integer({ min: 0, max: 12 }))), (steps) => {
      const list = createIdList();
      const { ids } = list;
      const model = new Set<string>();
      for (const [isAdded, n] of steps) {
        const id = `t${n}`;
        if (isAdded) {
          list.add(id);
          model.add(id);
        } else {
          list.remove(id);
          model.delete(id);
        }
        expect(list.ids).toBe(ids);
        expect(ids.toSorted()).toEqual([...model].toSorted());
      }
    }),
  );
});

test('while nothing is removed the order is that of coming', () => {
  const list = createIdList();
  for (const id of ['c', 'a', 'b', 'a']) list.add(id);
  expect(list.ids).toEqual(['c', 'a', 'b']);
});
