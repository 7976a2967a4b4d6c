import { createMemoryHistory } from '@tanstack/react-router';
import { describe, expect, test } from 'vitest';
import { createPlaceRouter } from './createPlaceRouter.ts';
import { parseSearch, readPlace, stringifySearch } from './searchParams.ts';

const HOSTILE_PREFIXES = [
  'a%2Fb/',
  '//x//',
  '../y/',
  './z/',
  'a/../b/',
  '%zz/',
  '"1"/',
  '123/',
  'true/',
  'null/',
  '{"a":1}/',
  '[1,2]/',
  ' lead and trail /',
  'a+b/',
  'a&p=c?d#e/',
  '你好/🐝👩‍👩‍👧/',
  '\u0001\t\n/',
  '__proto__/',
  'a\\b/',
];

describe.each(HOSTILE_PREFIXES)('the prefix %j', (prefix) => {
  test('survives the URL as text', () => {
    expect(readPlace(parseSearch(stringifySearch({ c: 'main', p: prefix })))).toEqual({ c: 'main', p: prefix });
  });

  test('survives the router and a reload', async () => {
    const router = createPlaceRouter({ history: createMemoryHistory({ initialEntries: ['/'] }) });
    const { href } = router.buildLocation({ to: '/', search: { c: 'main', p: prefix } });
    const reloaded = createPlaceRouter({ history: createMemoryHistory({ initialEntries: [href] }) });
    await reloaded.load();
    expect(reloaded.state.location.search).toEqual({ c: 'main', p: prefix });
  });
});

test('what is not ours is dropped, and a prefix ends with the delimiter', () => {
  expect(readPlace(parseSearch('?c=main&p=photos&endpoint=https://evil.example&p2=x'))).toEqual({
    c: 'main',
    p: 'photos/',
  });
  expect(readPlace(parseSearch('?c=&p='))).toEqual({});
  expect(stringifySearch({})).toBe('');
});

test('a place is told as soon as it is known', async () => {
  const places: unknown[] = [];
  const router = createPlaceRouter({
    history: createMemoryHistory({ initialEntries: ['/?c=main&p=photos%2F'] }),
    onPlace: (place) => places.push(place),
  });
  await router.load();
  expect(places).toEqual([{ c: 'main', p: 'photos/' }]);
});
