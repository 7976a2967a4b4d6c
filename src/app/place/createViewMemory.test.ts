import { expect, test } from 'vitest';
import { createViewMemory } from './createViewMemory.ts';

const place = (prefix: string) => ({ connectionId: 'main', prefix });

test('a folder keeps its view over a reload, and only the last two hundred grids are kept', () => {
  let value: string | undefined;
  const kept = { read: () => value, write: (next: string | undefined) => void (value = next) };
  const memory = createViewMemory(kept);
  for (let n = 0; n < 205; n += 1) memory.remember(place(`${n}/`), 'grid');
  memory.remember(place('204/'), 'list');
  memory.remember(place('100/'), 'grid');
  const prefixes = createViewMemory(kept)
    .store.getState()
    .map(({ prefix }) => prefix);
  expect(prefixes.slice(0, 2)).toEqual(['100/', '203/']);
  expect(prefixes).toHaveLength(199);
  expect(prefixes).not.toContain('204/');
  expect(createViewMemory({ ...kept, read: () => 'no json' }).store.getState()).toEqual([]);
});
