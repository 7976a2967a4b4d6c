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
