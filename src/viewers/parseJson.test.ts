import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonNode } from './JsonNode.ts';
import { parseJson } from './parseJson.ts';

/** Back to what `JSON.parse` gives, for texts in which no key occurs twice. */
function toValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.entries.map(([key, value]) => [key, toValue(value)]));
    case 'array':
      return node.items.map(toValue);
    case 'string':
      return node.text;
    case 'number':
    case 'word':
    default:
      return JSON.parse(node.text);
  }
}

test('reads what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      const parsed = parseJson(text);
      expect(parsed?.end).toBe('complete');
      expect(parsed && toValue(parsed.root)).toEqual(JSON.parse(text));
    }),
  );
});

test('refuses exactly what JSON.parse refuses, apart from what stops early', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('[]{}",:0-1.e truefalsnx\\u')) }), (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(parseJson(text)?.end === 'complete').toBe(isJson);
    }),
    { numRuns: 2000 },
  );
});

describe('what JSON.parse would lose', () => {
  test('digits, repeated keys and the key __proto__', () => {
    expect(parseJson('{"a":12345678901234567890,"a":1.0,"__proto__":null}')?.root).toEqual({
      kind: 'object',
      entries: [
        ['a', { kind: 'number', text: '12345678901234567890' }],
        ['a', { kind: 'number', text: '1.0' }],
        ['__proto__', { kind: 'word', text: 'null' }],
      ],
    });
  });

  test('the beginning of a text that is cut anywhere', () => {
    const text = '{"a":[1,-2.5e3,"x\\n\\u00e9"],"b":{"c":true,"d":null}}';
    for (let end = 1; end < text.length; end += 1) expect(parseJson(text.slice(0, end))?.end).toBe('cut');
  });

  test('a million levels', () => {
    expect(parseJson('['.repeat(1_000_000))?.end).toBe('cut');
  });
});
