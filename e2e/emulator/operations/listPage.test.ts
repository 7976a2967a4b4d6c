import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listPage, listSourceOf, type ListQuery } from './listPage.ts';

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** What the documents say, word by word and slowly. */
function model(keys: readonly string[], { prefix, delimiter, marker, maxKeys }: ListQuery) {
  const names = new Map<string, 'key' | 'prefix'>();
  for (const key of keys) {
    if (!key.startsWith(prefix)) continue;
    const rest = key.slice(prefix.length);
    if (delimiter !== '' && rest.includes(delimiter)) {
      names.set(prefix + rest.slice(0, rest.indexOf(delimiter) + delimiter.length), 'prefix');
    } else {
      names.set(key, 'key');
    }
  }
  const following = [...names].filter(([name]) => byBytes(name, marker) > 0).toSorted(([a], [b]) => byBytes(a, b));
  const page = following.slice(0, maxKeys);
  const namesOf = (type: string) => page.filter(([, t]) => t === type).map(([name]) => name);
  return {
    keys: namesOf('key'),
    commonPrefixes: namesOf('prefix'),
    isTruncated: following.length > page.length,
    last: page.at(-1)?.[0],
  };
}

function list(keys: readonly string[], query: Partial<ListQuery>) {
  const all = { prefix: '', delimiter: '', marker: '', maxKeys: 1000, ...query };
  const page = listPage(listSourceOf(keys.map((key) => ({ key }))), all);
  const { entries, ...rest } = page;
  return { keys: entries.map((entry) => entry.key), ...rest };
}

const KEYS = ['a', 'dir/', 'dir/1', 'dir/2', 'dir/sub/x', 'dir0', 'z/1', '照/1', '\u{1F600}'];

describe('by example', () => {
  test.each<[Partial<ListQuery>, string[], string[], string | undefined]>([
    [{}, KEYS, [], undefined],
    [{ delimiter: '/' }, ['a', 'dir0', '\u{1F600}'], ['dir/', 'z/', '照/'], undefined],
    [{ delimiter: '/', prefix: 'dir/' }, ['dir/', 'dir/1', 'dir/2'], ['dir/sub/'], undefined],
    [{ delimiter: '/', maxKeys: 2 }, ['a'], ['dir/'], 'dir/'],
    // Marker: a folder itself, a key inside one, and a name just before one.
    [{ delimiter: '/', marker: 'dir/' }, ['dir0', '\u{1F600}'], ['z/', '照/'], undefined],
    [{ delimiter: '/', marker: 'dir/1' }, ['dir0', '\u{1F600}'], ['z/', '照/'], undefined],
    [{ delimiter: '/', marker: 'dir' }, ['dir0', '\u{1F600}'], ['dir/', 'z/', '照/'], undefined],
    [{ marker: 'dir/1', maxKeys: 2 }, ['dir/2', 'dir/sub/x'], [], 'dir/sub/x'],
    [{ prefix: 'nothing' }, [], [], undefined],
    [{ prefix: 'dir/', marker: 'zzz' }, [], [], undefined],
    [{ delimiter: 'i', prefix: 'd' }, [], ['di'], undefined],
  ])('%j', (query, keys, commonPrefixes, nextMarker) => {
    const page = list(KEYS, query);
    expect([page.keys, page.commonPrefixes]).toEqual([keys, commonPrefixes]);
    expect(page.isTruncated ? page.last : undefined).toBe(nextMarker);
  });
});

const text = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', '/', '\uFF5E', '\u{1F600}', '!'), maxLength });

describe('for any keys', () => {
  const keys = fc.uniqueArray(
    text(6).filter((key) => key !== ''),
    { maxLength: 30 },
  );
  const delimiter = fc.constantFrom('', '/', 'a', '\u{1F600}');

  test('a page is what the model says, whatever the marker', () => {
    const query = fc.record({ prefix: text(2), delimiter, marker: text(5), maxKeys: fc.integer({ min: 1, max: 8 }) });
    fc.assert(
      fc.property(keys, query, (keys, query) => {
        expect(list(keys, query)).toEqual(model(keys, query));
      }),
      { numRuns: 2000 },
    );
  });

  test('pages chained by their last name are the whole listing, nothing twice, nothing missing', () => {
    fc.assert(
      fc.property(keys, text(2), delimiter, fc.integer({ min: 1, max: 4 }), (keys, prefix, delimiter, maxKeys) => {
        const found: string[] = [];
        const folded: string[] = [];
        let marker = '';
        for (let isTruncated = true; isTruncated;) {
          const page = list(keys, { prefix, delimiter, marker, maxKeys });
          found.push(...page.keys);
          folded.push(...page.commonPrefixes);
          isTruncated = page.isTruncated;
          marker = page.last ?? '';
        }
        const whole = model(keys, { prefix, delimiter, marker: '', maxKeys: Number.POSITIVE_INFINITY });
        expect([found, folded]).toEqual([whole.keys, whole.commonPrefixes]);
      }),
      { numRuns: 500 },
    );
  });
});
