import { createMemoryHistory } from '@tanstack/react-router';
import { describe, expect, test } from 'vitest';
import { createPlaceRouter } from './createPlaceRouter.ts';
import { moveTo } from './moveTo.ts';
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

test.each([
  '?c=main&p=a%2F&sort=size&dir=desc&q=bee&deep=1&kind=image&size=1000-&date=2026-01-01..&view=grid&preview=a%2Fb.png',
  '?sort=date&view=list',
])('the whole look at a place survives: %s', (search) => {
  expect(stringifySearch(readPlace(parseSearch(search)))).toBe(search);
});

test('what makes no sense is dropped, and the rest stays', () => {
  const search =
    '?c=main&sort=secret&dir=up&deep=yes&kind=virus&size=big&date=soon&view=matrix&host=https://evil.example&q=x';
  expect(readPlace(parseSearch(search))).toEqual({ c: 'main', q: 'x' });
});

test('going elsewhere keeps the order and nothing else', () => {
  const place = readPlace(parseSearch('?c=a&p=x%2F&sort=size&dir=desc&q=bee&kind=image&view=grid&preview=x%2Fb.png'));
  expect(moveTo(place, 'b', 'y/')).toEqual({ c: 'b', p: 'y/', sort: 'size', dir: 'desc' });
});

test('a place is told as soon as it is known', async () => {
  const places: unknown[] = [];
  const router = createPlaceRouter({
    history: createMemoryHistory({ initialEntries: ['/?c=main&p=photos%2F'] }),
    onPlace: (place) => places.push(place),
  });
  await router.load();
  await router.navigate({ to: '/', search: { c: 'main', p: 'photos/', q: 'bee', sort: 'size' } });
  expect(places).toEqual([{ c: 'main', p: 'photos/' }]);
});
