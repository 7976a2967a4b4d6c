import { expect, test } from 'vitest';
import type { Remembered } from '#lib/createRemembered.ts';
import { createPlaceMemory } from './createPlaceMemory.ts';

function remembered(value?: string): Remembered & { readonly value: () => string | undefined } {
  return {
    read: () => value,
    write: (next) => {
      value = next;
    },
    value: () => value,
  };
}
const place = (prefix: string) => ({ connectionId: 'main', prefix });

test('the last place comes first, none twice, and only the last twelve', () => {
  const recent = remembered();
  const memory = createPlaceMemory({ favourites: remembered(), recent });
  for (let n = 0; n < 20; n += 1) memory.visit(place(`${n}/`));
  memory.visit(place('15/'));
  const prefixes = memory.store.getState().recent.map(({ prefix }) => prefix);
  expect(prefixes.slice(0, 3)).toEqual(['15/', '19/', '18/']);
  expect(prefixes).toHaveLength(12);
  expect(createPlaceMemory({ favourites: remembered(), recent }).store.getState().recent).toEqual(
    memory.store.getState().recent,
  );
  memory.forgetRecent();
  expect(recent.value()).toBeUndefined();
});

test('a favourite is added and taken back', () => {
  const favourites = remembered();
  const memory = createPlaceMemory({ favourites, recent: remembered() });
  memory.toggleFavourite(place('a/'));
  memory.toggleFavourite(place('b/'));
  memory.toggleFavourite(place('a/'));
  expect(memory.store.getState().favourites).toEqual([place('b/')]);
});

test.each(['', 'no json', '{"a":1}', 'null', '[1,null,["a"],["a",2],[{},"b"]]'])(
  'storage that holds %j is empty',
  (text) => {
    const memory = createPlaceMemory({ favourites: remembered(text), recent: remembered(text) });
    expect(memory.store.getState()).toEqual({ favourites: [], recent: [] });
  },
);
