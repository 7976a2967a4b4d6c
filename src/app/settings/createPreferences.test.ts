import { expect, test } from 'vitest';
import { createPreferences } from './createPreferences.ts';
import { parsePreferences } from './parsePreferences.ts';
import type { Preferences } from './Preferences.ts';
import { readTrashFolder } from './readTrashFolder.ts';

test('what is chosen is applied, outlives the page, and can be taken back', () => {
  let value: string | undefined;
  const kept = { read: () => value, write: (next: string | undefined) => void (value = next) };
  const applied: Preferences[] = [];
  const keeper = createPreferences(kept, (next) => applied.push(next));
  keeper.change({ isCompact: true, partMiB: 8 });
  keeper.change({ trash: 'bin', partMiB: undefined });
  expect(applied).toEqual([{}, { isCompact: true, partMiB: 8 }, { isCompact: true, trash: 'bin/' }]);
  expect(createPreferences(kept, () => undefined).store.getState()).toEqual({ isCompact: true, trash: 'bin/' });
  keeper.change({ isCompact: undefined, trash: undefined });
  expect(value).toBeUndefined();
});

test('what another tab has changed is not undone by the next choice here', () => {
  let value: string | undefined;
  const kept = { read: () => value, write: (next: string | undefined) => void (value = next) };
  const keeper = createPreferences(kept, () => undefined);
  keeper.follow('{"isCompact":true}');
  keeper.change({ partMiB: 8 });
  expect(value).toBe('{"isCompact":true,"partMiB":8}');
});

test.each([
  ['no json', {}],
  ['null', {}],
  ['[1]', {}],
  ['{"partMiB":7,"lanes":"2","onTaken":"ask","trash":"../x","isCompact":1,"keepsNames":false}', {}],
  [
    '{"partMiB":16,"lanes":2,"onTaken":"skip","trash":"a/b/","keepsNames":true}',
    { partMiB: 16, lanes: 2, onTaken: 'skip', trash: 'a/b/', keepsNames: true },
  ],
])('%s is read as %j', (text, expected) => {
  expect(parsePreferences(text)).toEqual(expected);
});

test.each([
  ['.trash/', '.trash/'],
  [' bin ', 'bin/'],
  ['a/b', 'a/b/'],
  ['', undefined],
  ['/', undefined],
  ['/a', undefined],
  ['a//b', undefined],
  ['a/../b', undefined],
  ['..', undefined],
  ['.', undefined],
])('the trash %j is %j', (typed, expected) => {
  expect(readTrashFolder(typed)).toBe(expected);
});
