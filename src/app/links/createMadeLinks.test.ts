import { expect, test } from 'vitest';
import { createMadeLinks, MOST_KEPT_KEYS } from './createMadeLinks.ts';

function start(text?: string) {
  let value = text;
  let count = 0;
  const kept = { read: () => value, write: (next: string | undefined) => (value = next) };
  const made = createMadeLinks({ kept, now: () => 1000, newId: () => `id${(count += 1)}` });
  return { made, text: () => value };
}
const link = (keys: string[], minutes = 1) => ({
  kind: 'download' as const,
  keys,
  expiresAt: new Date(minutes * 60_000),
});

test('what was shared is kept by name and time; the same again takes the place of the older', () => {
  const { made, text } = start();
  made.note('main', link(['a']));
  made.note('main', link(['b']));
  made.note('main', link(['a'], 5));
  made.note('other', link(['a']));
  const shown = made.store.getState().map(({ connectionId, keys, expiresAt }) => [connectionId, keys[0], expiresAt]);
  expect(shown).toEqual([
    ['other', 'a', 60_000],
    ['main', 'a', 300_000],
    ['main', 'b', 60_000],
  ]);
  expect(start(text()).made.store.getState()).toEqual(made.store.getState());
  made.forget('id4');
  expect(made.store.getState()).toHaveLength(2);
  made.forgetAll();
  expect([made.store.getState(), text()]).toEqual([[], undefined]);
});

test('of very many objects the first are kept, and how many there were', () => {
  const { made } = start();
  made.note('main', link(Array.from({ length: 5000 }, (_, at) => `k${at}`)));
  expect(made.store.getState()).toMatchObject([{ count: 5000 }]);
  expect(made.store.getState()[0]?.keys).toHaveLength(MOST_KEPT_KEYS);
  for (let at = 0; at < 300; at += 1) made.note('main', link([`one ${at}`]));
  expect(made.store.getState()).toHaveLength(200);
});

test.each([
  '',
  'x',
  '{}',
  'null',
  '[null,1,{"id":"a"}]',
  '[{"id":"a","connectionId":"b","kind":"download","keys":[7]}]',
])('storage that holds %j is no list of links', (text) => {
  expect(start(text).made.store.getState()).toEqual([]);
});
