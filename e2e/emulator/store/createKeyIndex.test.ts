import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyIndex } from './createKeyIndex.ts';

const key = fc.string({ unit: fc.constantFrom('a', 'b', '/', '\uFF5E', '\u{1F600}'), minLength: 1, maxLength: 5 });
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

test('agrees with a sorted set through any history of additions, removals and reads', () => {
  const step = fc.oneof(
    fc.record({ type: fc.constant('add' as const), key }),
    fc.record({ type: fc.constant('delete' as const), key }),
    fc.record({ type: fc.constant('read' as const), key, prefix: fc.oneof(fc.constant(''), key) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const index = createKeyIndex();
      const model = new Set<string>();
      const answers: string[][] = [];
      const expected: string[][] = [];
      for (const step of steps) {
        if (step.type === 'add' && !model.has(step.key)) {
          model.add(step.key);
          index.add(step.key);
        } else if (step.type === 'delete' && model.delete(step.key)) {
          index.delete(step.key);
        } else if (step.type === 'read') {
          const later = [...model]
            .filter((k) => k.startsWith(step.prefix) && byBytes(k, step.key) > 0)
            .toSorted(byBytes);
          answers.push([...index.after(step.prefix, step.key)], [...index.past(step.prefix, step.key)]);
          expected.push(
            later,
            later.filter((k) => !k.startsWith(step.key)),
          );
        }
      }
      expect(answers).toEqual(expected);
    }),
  );
});

test('100,000 keys are sorted once, for the first reader; after that a page is a seek', () => {
  const index = createKeyIndex();
  for (let each = 0; each < 100_000; each++) index.add(`k/${(each * 7919) % 100_000}`);
  const started = performance.now();
  const [first] = index.after('k/', 'k/98');
  const sorting = performance.now() - started;
  expect(first).toBe('k/980');
  const again = performance.now();
  const followers = Array.from({ length: 100 }, (_, page) => [...take(1, index.past('k/', `k/${page + 10}`))][0]);
  // A scan instead of a seek would cost many times the sort.
  expect(performance.now() - again).toBeLessThan(sorting);
  expect(followers.slice(0, 3)).toEqual(['k/11', 'k/12', 'k/13']);
});

function* take<T>(count: number, items: Iterable<T>): Iterable<T> {
  let taken = 0;
  for (const item of items) {
    yield item;
    if (++taken === count) return;
  }
}
